import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { MembersSettings } from "@/components/settings/members-settings";
import { createQueryClient } from "@/lib/client/query-client";
import { membersQuery } from "@/lib/client/settings-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { listMembers } from "@/lib/server/settings/list-members";

export const metadata: Metadata = { title: "Members · Settings" };

export default async function MembersPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const client = createQueryClient();
  await client.prefetchQuery({ ...membersQuery(workspace.slug), queryFn: () => listMembers(workspace) });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <MembersSettings />
    </HydrationBoundary>
  );
}
