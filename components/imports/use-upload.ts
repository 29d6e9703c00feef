"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { messageOf } from "@/lib/client/api-error";
import { uploadImport } from "@/lib/client/upload-import";
import { type Import, MAX_IMPORT_BYTES } from "@/lib/contracts/imports";
import { formatBytes } from "./import-words";

export type UploadState =
  | { step: "idle"; problem: string | null }
  | { step: "sending"; fileName: string; sentBytes: number; fileBytes: number };

interface UploadOptions {
  workspace: string;
  onUploaded: (uploaded: Import) => void;
}

/** Sends a chosen file and says how far it is. Leaving the page stops it. */
export function useUpload({ workspace, onUploaded }: UploadOptions) {
  const [state, setState] = useState<UploadState>({ step: "idle", problem: null });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const send = useCallback(
    async (file: File, resumed: Import | null = null) => {
      const problem = fileProblem(file, resumed);
      if (problem !== null) return setState({ step: "idle", problem });
      const controller = new AbortController();
      abort.current = controller;
      setState({
        step: "sending",
        fileName: file.name,
        sentBytes: resumed?.uploadedBytes ?? 0,
        fileBytes: file.size,
      });
      try {
        const uploaded = await uploadImport({
          workspace,
          file,
          resumed,
          signal: controller.signal,
          onProgress: (sentBytes) =>
            setState({ step: "sending", fileName: file.name, sentBytes, fileBytes: file.size }),
        });
        onUploaded(uploaded);
      } catch (error) {
        setState({ step: "idle", problem: controller.signal.aborted ? null : messageOf(error) });
      }
    },
    [workspace, onUploaded],
  );

  return { state, send, stop: () => abort.current?.abort() };
}

function fileProblem(file: File, resumed: Import | null): string | null {
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > MAX_IMPORT_BYTES) {
    return `${file.name} has ${formatBytes(file.size)}; a file may have ${formatBytes(MAX_IMPORT_BYTES)}. Split it and import the parts: a call counts once.`;
  }
  if (resumed && (file.name !== resumed.fileName || file.size !== resumed.fileBytes)) {
    return `That is another file. Choose ${resumed.fileName} with ${formatBytes(resumed.fileBytes)} to go on, or start a new import.`;
  }
  return null;
}
