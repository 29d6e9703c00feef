/** A size as people read it: 1024×1024. */
export function drawnSize(size: string): string {
  return size === "auto" ? "any size" : size.replace("x", "×");
}
