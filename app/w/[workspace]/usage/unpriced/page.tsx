import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { UnpricedScreen } from "@/components/usage/unpriced/unpriced-screen";
import { prefetch } from "@/lib/client/prefetch";
import { unpricedQuery } from "@/lib/client/usage-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { listUnpriced } from "@/lib/server/usage/list-unpriced";

export const metadata: Metadata = { title: "Unpriced calls" };

export default async function UnpricedPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch({
    ...unpricedQuery(workspace.slug),
    queryFn: () => listUnpriced(workspace),
  });
  return (
    <HydrationBoundary state={state}>
      <UnpricedScreen />
    </HydrationBoundary>
  );
}
