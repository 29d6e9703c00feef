import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { TagsSettings } from "@/components/settings/tags/tags-settings";
import { prefetch } from "@/lib/client/prefetch";
import { tagsQuery } from "@/lib/client/tag-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { listTags } from "@/lib/server/tags/list-tags";

export const metadata: Metadata = { title: "Tags · Settings" };

export default async function TagsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await requireMember((await params).workspace);
  const state = await prefetch({ ...tagsQuery(workspace.slug), queryFn: () => listTags(workspace) });
  return (
    <HydrationBoundary state={state}>
      <TagsSettings />
    </HydrationBoundary>
  );
}
