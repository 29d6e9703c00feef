/** Added to the columns of a file of rejected lines. A file that has them is such a file, mended and sent again. */
export const REJECT_COLUMNS = ["reject_line", "reject_field", "reject_reason"] as const;

const names: ReadonlySet<string> = new Set(REJECT_COLUMNS);

export function isRejectColumn(column: string): boolean {
  return names.has(column);
}

export function isFileOfRejects(columns: readonly string[]): boolean {
  return REJECT_COLUMNS.every((name) => columns.includes(name));
}

/** Takes away the apostrophe that keeps a spreadsheet from running a cell, which only files of rejects are sure to have. */
export function withoutApostrophe(cell: string): string {
  return /^'(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(cell) ? cell.slice(1) : cell;
}
