"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Tags } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { tagsQuery } from "@/lib/client/tag-queries";
import { MAX_TRACKED_TAGS, type TagList } from "@/lib/contracts/tags";
import { SettingsSection } from "../settings-section";
import { TagTable } from "./tag-table";
import { TrackTagDialog } from "./track-tag-dialog";

/** The tags that usage can be filtered and grouped by, and those that calls carry besides. */
export function TagsSettings() {
  const { slug } = useWorkspace();
  const query = useQuery(tagsQuery(slug));
  const mayTrack = useAllows("trackTags");
  const [isNaming, setIsNaming] = useState(false);
  return (
    <>
      <SettingsSection
        title="Tags"
        description={`Calls may carry tags, such as team: growth. Usage can be filtered and grouped by those that are tracked, up to ${MAX_TRACKED_TAGS}. Past calls are counted too, while new ones come in.`}
        isFlush
        actions={
          mayTrack &&
          query.data && (
            <Button onClick={() => setIsNaming(true)} disabled={trackedCount(query.data) >= MAX_TRACKED_TAGS}>
              <Plus aria-hidden /> Track another tag
            </Button>
          )
        }
      >
        {query.isPending ? (
          <Skeleton className="m-4 h-24" />
        ) : query.isError ? (
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : query.data.items.length === 0 ? (
          <EmptyState
            icon={Tags}
            title="No call carries a tag yet"
            description="Send tags with each call, or map columns of a file to them when you import it."
            action={
              <Button asChild>
                <Link href={`/w/${slug}/settings/send-calls`}>See how calls are sent</Link>
              </Button>
            }
          />
        ) : (
          <TagTable list={query.data} isAtLimit={trackedCount(query.data) >= MAX_TRACKED_TAGS} />
        )}
      </SettingsSection>
      {isNaming && <TrackTagDialog onClose={() => setIsNaming(false)} />}
    </>
  );
}

function trackedCount({ items }: TagList): number {
  return items.filter(({ tracked }) => tracked !== null).length;
}
