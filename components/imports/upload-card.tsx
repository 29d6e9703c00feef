"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Import } from "@/lib/contracts/imports";
import { formatBytes } from "./import-words";
import { useUpload } from "./use-upload";

const ACCEPTED =
  ".gz,application/gzip,.csv,.tsv,.txt,.jsonl,.ndjson,.json,text/csv,text/plain,application/x-ndjson";

/** Takes a file and sends it. An import that was broken off goes on from where it stopped. */
export function UploadCard({
  resumed = null,
  onUploaded,
}: {
  resumed?: Import | null;
  onUploaded?: () => void;
}) {
  const router = useRouter();
  const { slug } = useWorkspace();
  const arrived = useCallback(
    (uploaded: Import) => {
      if (onUploaded) onUploaded();
      else router.push(`/w/${slug}/import/${uploaded.id}`);
    },
    [onUploaded, router, slug],
  );
  const { state, send, stop } = useUpload({ workspace: slug, onUploaded: arrived });

  if (state.step === "sending") {
    const { fileName, sentBytes, fileBytes } = state;
    return (
      <Card className="grid min-h-38 content-center gap-3 px-6 py-8">
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0">
            <span className="block truncate font-medium">{fileName}</span>
            <span aria-live="polite" className="text-sm text-muted">
              {sentBytes === fileBytes
                ? "Looking into the file"
                : `${formatBytes(sentBytes)} of ${formatBytes(fileBytes)} sent`}
            </span>
          </p>
          <Button onClick={stop}>Stop</Button>
        </div>
        <ProgressBar label={`Sending ${fileName}`} value={sentBytes / fileBytes} />
      </Card>
    );
  }
  return (
    <div className="grid gap-2">
      <FileDrop
        accept={ACCEPTED}
        title={resumed ? `Choose ${resumed.fileName} again to go on` : "Drop a log file here, or choose one"}
        hint={
          resumed
            ? `${formatBytes(resumed.uploadedBytes)} of ${formatBytes(resumed.fileBytes)} have arrived`
            : "CSV, TSV or JSON lines, also gzipped, up to 2 GB. LiteLLM, Langfuse, Helicone, OpenAI and FOCUS logs are recognised. Nothing is counted before you have seen how it is read."
        }
        onFile={(file) => void send(file, resumed)}
      />
      {state.problem !== null && <FieldError>{state.problem}</FieldError>}
    </div>
  );
}
