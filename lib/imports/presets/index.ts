import type { ImportMapping } from "../mapping";
import { FileSample } from "./file-sample";
import { focus } from "./focus";
import { helicone } from "./helicone";
import { langfuse } from "./langfuse";
import { litellm } from "./litellm";
import { openaiImages } from "./openai-images";
import { openaiUsage } from "./openai-usage";
import { ownCalls, ownUsage } from "./own-exports";
import type { Preset } from "./preset";

/** Those that only one kind of log can look like first. */
const PRESETS: readonly Preset[] = [
  ownCalls,
  ownUsage,
  focus,
  openaiUsage,
  litellm,
  helicone,
  langfuse,
  openaiImages,
];

export interface RecognisedFile {
  id: string;
  name: string;
}

/**
 * The kind of log that a file is by its columns and first rows, with how it is read, or why it must not be; null where it
 * is none that is known. Times without an offset are read in `timeZone` where the kind of log does not settle it.
 */
export function recogniseFile(
  columns: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
  timeZone: string,
): (RecognisedFile & ({ mapping: ImportMapping } | { refusal: string })) | null {
  const sample = new FileSample(columns, rows);
  for (const { id, name, read } of PRESETS) {
    const reading = read(sample);
    if (reading === null) continue;
    if ("refusal" in reading) return { id, name, refusal: reading.refusal };
    return { id, name, mapping: { timeZone, ...reading } };
  }
  return null;
}
