import type { Import } from "@/lib/contracts/imports";

/** 2.0 MB, in decimal units as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${size.toFixed(size < 99.95 ? 1 : 0)} ${units[unit] ?? ""}`;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

/** "2.0 MB · CSV with commas, UTF-8 · 11 columns" */
export function fileSummary({
  fileBytes,
  compression,
  format,
  delimiter,
  encoding,
  columns,
}: Import): string {
  const kind =
    format === "jsonl"
      ? "JSON, one object a line"
      : `CSV with ${DELIMITERS[delimiter ?? ","] ?? `“${delimiter ?? ""}”`}`;
  const width = columns.length === 1 ? "1 column" : `${columns.length} columns`;
  const packed = compression === null ? "" : ` ${compression}`;
  return `${formatBytes(fileBytes)}${packed} · ${kind}, ${encoding.toUpperCase()} · ${width}`;
}

export const STATUS_WORDS: Record<Import["status"], string> = {
  uploading: "Not fully uploaded",
  ready: "To be mapped",
  queued: "Waiting to be read",
  running: "Being read",
  paused: "Paused",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
  undoing: "Being undone",
  partly_undone: "Partly undone",
  undone: "Undone",
};

/** "about 3 minutes": how long something still takes, as roughly as anybody can know. */
export function durationWords(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}

export const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
