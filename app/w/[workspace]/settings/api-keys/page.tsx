import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ApiKeysSettings } from "@/components/settings/api-keys-settings";
import { roleAllows } from "@/lib/access";
import { createQueryClient } from "@/lib/client/query-client";
import { apiKeysQuery } from "@/lib/client/settings-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { listApiKeys } from "@/lib/server/settings/list-api-keys";

export const metadata: Metadata = { title: "API keys · Settings" };

export default async function ApiKeysPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace, role } = await requireMember((await params).workspace);
  const client = createQueryClient();
  if (role !== null && roleAllows(role, "manageApiKeys")) {
    await client.prefetchQuery({ ...apiKeysQuery(workspace.slug), queryFn: () => listApiKeys(workspace) });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ApiKeysSettings />
    </HydrationBoundary>
  );
}
