"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "@/components/layout/page-header";
import { usePageTitle } from "@/components/layout/use-page-title";
import { useWorkspace } from "@/components/layout/workspace-context";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { importQuery, inspectionQuery, isUnderWay } from "@/lib/client/import-queries";
import { useRefreshWhenOver } from "@/lib/client/refresh-workspace";
import type { Import } from "@/lib/contracts/imports";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";
import { fileSummary, formatBytes } from "./import-words";
import { MappingEditor } from "./mapping-editor";
import { UndoProgress } from "./undo-progress";
import { UploadCard } from "./upload-card";

/** One import, at whichever step it is: what the page shows follows the server, so that a reload changes nothing. */
export function ImportDetailScreen({ importId }: { importId: string }) {
  const { slug } = useWorkspace();
  const query = useQuery(importQuery(slug, importId));
  useRefreshWhenOver(slug, query.data && isUnderWay(query.data.status));
  usePageTitle(query.data ? `${query.data.fileName} · Import` : "Import");
  const current = query.data;
  return (
    <>
      <PageHeader
        title={current?.fileName ?? "Import"}
        subline={
          current && (current.columns.length > 0 ? fileSummary(current) : formatBytes(current.fileBytes))
        }
        breadcrumbs={[{ label: "Import", href: `/w/${slug}/import` }]}
      />
      {query.isPending ? (
        <Skeleton className="h-64 rounded-card" />
      ) : query.isError ? (
        <ErrorState
          message={messageOf(query.error)}
          requestId={query.error instanceof ApiError ? query.error.requestId : null}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <ImportStep current={query.data} onUploaded={() => void query.refetch()} />
      )}
    </>
  );
}

function ImportStep({ current, onUploaded }: { current: Import; onUploaded: () => void }) {
  const isComplete = current.uploadedBytes === current.fileBytes;
  switch (current.status) {
    case "uploading":
      return isComplete ? (
        <MappingStep importId={current.id} />
      ) : (
        <UploadCard resumed={current} onUploaded={onUploaded} />
      );
    case "ready":
      return <MappingStep importId={current.id} />;
    case "queued":
    case "running":
    case "paused":
      return <ImportProgress reading={current} />;
    case "undoing":
      return <UndoProgress undoing={current} />;
    case "done":
    case "failed":
    case "cancelled":
    case "partly_undone":
    case "undone":
      return <ImportResult ended={current} />;
  }
}

function MappingStep({ importId }: { importId: string }) {
  const { slug } = useWorkspace();
  const query = useQuery(inspectionQuery(slug, importId));
  if (query.isPending) {
    return (
      <div
        role="status"
        aria-label="Looking into the file"
        className="grid gap-3.5 xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]"
      >
        <Skeleton className="h-[40rem] rounded-card" />
        <Skeleton className="h-96 rounded-card" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <ErrorState
        title="The file cannot be read"
        message={messageOf(query.error)}
        requestId={query.error instanceof ApiError ? query.error.requestId : null}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  const { import: inspected, offered, raw } = query.data;
  const [first, ...others] = offered;
  if (first === undefined) throw new Error("A file can always be read by the names of its columns.");
  return (
    <MappingEditor inspected={inspected} begun={inspected.mapping} offered={[first, ...others]} raw={raw} />
  );
}
