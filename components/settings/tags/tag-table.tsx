"use client";

import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useTrackTag } from "@/lib/client/tag-mutations";
import { MAX_TAG_VALUES } from "@/lib/contracts/tag-filter";
import { type CarriedTag, MAX_TRACKED_TAGS, type TagList, type TrackedTag } from "@/lib/contracts/tags";
import { formatDate } from "@/lib/time";
import { UntrackButton } from "./untrack-button";

const count = (value: number) => value.toLocaleString("en-US");

/** Every tag with what calls carry under it, and whether it is tracked. */
export function TagTable({ list, isAtLimit }: { list: TagList; isAtLimit: boolean }) {
  return (
    <Table label="Tags">
      <TableHead>
        <TableRow>
          <TableHeader>Tag</TableHeader>
          <TableHeader className="max-md:hidden">Values</TableHeader>
          <TableHeader align="end" className="max-md:hidden">
            {list.sampledCalls === 1
              ? "Of the latest call"
              : `Of the latest ${count(list.sampledCalls)} calls`}
          </TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {list.items.map((tag) => (
          <TagRow key={tag.key} tag={tag} isAtLimit={isAtLimit} />
        ))}
      </TableBody>
    </Table>
  );
}

function TagRow({ tag, isAtLimit }: { tag: CarriedTag; isAtLimit: boolean }) {
  const mayTrack = useAllows("trackTags");
  return (
    <TableRow>
      <TableRowHeader className="max-w-48 max-md:max-w-32 max-md:py-1.5">
        <span className="block truncate" title={tag.key}>
          {tag.key}
        </span>
        <span className="block text-sm font-normal text-muted md:hidden">
          <Examples tag={tag} />
        </span>
      </TableRowHeader>
      <TableCell className="max-w-72 max-md:hidden">
        <Examples tag={tag} />
      </TableCell>
      <TableCell align="end" className="max-md:hidden">
        {count(tag.calls)}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {tag.tracked ? <TrackedState tag={tag.tracked} /> : <span className="text-muted">Not tracked</span>}
      </TableCell>
      <TableCell align="end">
        {mayTrack &&
          (tag.tracked ? (
            <UntrackButton tag={tag.tracked} />
          ) : (
            <TrackButton tag={tag} isAtLimit={isAtLimit} />
          ))}
      </TableCell>
    </TableRow>
  );
}

function Examples({ tag: { examples, values } }: { tag: CarriedTag }) {
  if (values === 0) return <span className="text-muted">None of these calls carries it</span>;
  const more = values - examples.length;
  return (
    <span className="block truncate" title={examples.join(", ")}>
      {examples.map((value) => (value === "" ? "(empty)" : value)).join(", ")}
      {more > 0 && <span className="text-muted"> and {count(more)} more</span>}
    </span>
  );
}

function TrackedState({ tag: { countedFrom, isCounting, isFull } }: { tag: TrackedTag }) {
  return (
    <span className="grid justify-items-start gap-0.5">
      {isCounting && countedFrom ? (
        <Badge>Counted back to {formatDate(countedFrom)}</Badge>
      ) : (
        <Badge tone="under">{countedFrom ? `Tracked from ${formatDate(countedFrom)}` : "Tracked"}</Badge>
      )}
      {isFull && (
        <span className="text-sm text-muted">
          {count(MAX_TAG_VALUES)} values told apart, later ones together
        </span>
      )}
    </span>
  );
}

function TrackButton({ tag, isAtLimit }: { tag: CarriedTag; isAtLimit: boolean }) {
  const { slug } = useWorkspace();
  const track = useTrackTag(slug);
  return (
    <Button
      size="sm"
      aria-label={`Track ${tag.key}`}
      title={isAtLimit ? `${MAX_TRACKED_TAGS} tags are tracked. Stop tracking one first.` : undefined}
      disabled={isAtLimit}
      isPending={track.isPending}
      onClick={() =>
        track.mutate(tag.key, {
          onSuccess: () => notify({ message: `${tag.key} is tracked` }),
          onError: (error) => notifyError("The tag is not tracked", messageOf(error)),
        })
      }
    >
      Track
    </Button>
  );
}
