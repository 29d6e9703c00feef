import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ConnectorsSettings } from "@/components/settings/connectors/connectors-settings";
import { connectorsQuery } from "@/lib/client/connector-queries";
import { prefetch } from "@/lib/client/prefetch";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";
import { listConnectors } from "@/lib/server/connectors/list-connectors";

export const metadata: Metadata = { title: "Connectors · Settings" };

export default async function ConnectorsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch({
    ...connectorsQuery(workspace.slug),
    queryFn: () => listConnectors(workspace, currentTime()),
  });
  return (
    <HydrationBoundary state={state}>
      <ConnectorsSettings />
    </HydrationBoundary>
  );
}
