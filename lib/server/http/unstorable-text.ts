import "server-only";
import type { FieldError } from "./request-error";

// With the `u` flag a surrogate matches only where it has no partner.
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const MAX_DEPTH = 40;

/**
 * PostgreSQL keeps neither the NUL character nor half of a surrogate pair, in text or in JSON. Looking for them once, at
 * the door, spares every schema below from remembering it. It walks without recursion, because the value is still
 * whatever a stranger sent; what is nested deeper than anything real is refused with the rest.
 */
export function unstorableText(value: unknown): FieldError[] {
  const problems: FieldError[] = [];
  const pending: { value: unknown; path: string; depth: number }[] = [{ value, path: "", depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, depth } = next;
    if (typeof next.value === "string" && isUnstorable(next.value)) {
      problems.push({ path, message: "This text holds a character that cannot be stored" });
    }
    if (typeof next.value !== "object" || next.value === null) continue;
    if (depth === MAX_DEPTH) {
      problems.push({ path, message: "This is nested too deeply" });
      continue;
    }
    for (const [key, inner] of Object.entries(next.value)) {
      if (isUnstorable(key)) problems.push({ path, message: "The name of a field cannot be stored" });
      pending.push({ value: inner, path: path === "" ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
  return problems;
}

function isUnstorable(text: string): boolean {
  return text.includes("\u0000") || LONE_SURROGATE.test(text);
}
