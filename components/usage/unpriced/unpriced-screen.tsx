"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { unpricedQuery } from "@/lib/client/usage-queries";
import type { UnpricedGroup } from "@/lib/contracts/usage";
import { UnpricedGroupCard } from "./unpriced-group-card";

/** What no sum contains: the calls without a price, why, and the one step that gives them one. */
export function UnpricedScreen() {
  const { slug } = useWorkspace();
  const query = useQuery(unpricedQuery(slug));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "Usage", href: `/w/${slug}/usage` }]}
        title="Unpriced calls"
        subline={query.data && counted(query.data.items)}
      />
      {query.isPending ? (
        <div role="status" aria-label="Loading the unpriced calls" className="grid gap-3.5">
          <Skeleton className="h-36 rounded-card" />
          <Skeleton className="h-36 rounded-card" />
        </div>
      ) : query.isError ? (
        <Card>
          <ErrorState
            message={messageOf(query.error)}
            requestId={query.error instanceof ApiError ? query.error.requestId : null}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        </Card>
      ) : query.data.items.length === 0 ? (
        <Card>
          <EmptyState
            icon={CircleCheck}
            title="Every call has a price"
            description="Calls that arrive without one are listed here, with what to do about them."
            action={
              <Button asChild>
                <Link href={`/w/${slug}/usage`}>See the usage</Link>
              </Button>
            }
          />
        </Card>
      ) : (
        <ul className="grid grid-cols-1 gap-3.5">
          {query.data.items.map((group) => (
            <li key={`${group.provider} ${group.model} ${group.reason}`}>
              <UnpricedGroupCard group={group} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function counted(groups: readonly UnpricedGroup[]): string | null {
  const calls = groups.reduce((sum, group) => sum + group.calls, 0);
  if (calls === 0) return null;
  return `${calls === 1 ? "1 call is" : `${calls.toLocaleString("en-US")} calls are`} in no sum until priced`;
}
