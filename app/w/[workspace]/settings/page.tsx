import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { WorkspaceSettings } from "@/components/settings/workspace-settings";
import { prefetch } from "@/lib/client/prefetch";
import { retentionQuery } from "@/lib/client/retention-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { getRetention } from "@/lib/server/retention/get-retention";

export const metadata: Metadata = { title: "Settings" };

export default async function WorkspaceSettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch({
    ...retentionQuery(workspace.slug),
    queryFn: () => getRetention(workspace),
  });
  return (
    <HydrationBoundary state={state}>
      <WorkspaceSettings />
    </HydrationBoundary>
  );
}
