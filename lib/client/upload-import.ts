import { type Import, IMPORT_PART_BYTES, importEndpoints } from "@/lib/contracts/imports";
import { callApi } from "./fetch-json";

interface Upload {
  workspace: string;
  file: File;
  /** An import of the same file that was broken off: the parts that have arrived are not sent again. */
  resumed: Import | null;
  signal: AbortSignal;
  onProgress: (sentBytes: number) => void;
}

/** Sends a file in parts, one after another, so that it never has to fit into memory or into one request. */
export async function uploadImport({
  workspace,
  file,
  resumed,
  signal,
  onProgress,
}: Upload): Promise<Import> {
  let latest =
    resumed ??
    (await callApi(importEndpoints.createImport, {
      workspace,
      body: { fileName: file.name, fileBytes: file.size },
      signal,
    }));
  const importId = latest.id;
  const first = Math.floor(latest.uploadedBytes / IMPORT_PART_BYTES);
  for (let position = first; position * IMPORT_PART_BYTES < file.size; position += 1) {
    const from = position * IMPORT_PART_BYTES;
    const to = Math.min(file.size, from + IMPORT_PART_BYTES);
    latest = await callApi(importEndpoints.uploadPart, {
      workspace,
      params: { importId, position },
      rawBody: file.slice(from, to),
      signal,
    });
    onProgress(to);
  }
  return latest;
}
