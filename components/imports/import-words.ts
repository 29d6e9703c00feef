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
export function fileSummary({ fileBytes, format, delimiter, encoding, columns }: Import): string {
  const kind =
    format === "jsonl"
      ? "JSON, one object a line"
      : `CSV with ${DELIMITERS[delimiter ?? ","] ?? `“${delimiter ?? ""}”`}`;
  const width = columns.length === 1 ? "1 column" : `${columns.length} columns`;
  return `${formatBytes(fileBytes)} · ${kind}, ${encoding.toUpperCase()} · ${width}`;
}

export const STATUS_WORDS: Record<Import["status"], string> = {
  uploading: "Not fully uploaded",
  ready: "To be mapped",
  queued: "Waiting to be read",
  running: "Being read",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

export const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
