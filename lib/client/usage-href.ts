import type { CallFilter } from "@/lib/contracts/calls";

/** The address of the calls of a filter: every amount leads to what it is made of. `all` is a span without dates. */
export function usageHref(workspace: string, filter: CallFilter, range?: "all"): string {
  const search = new URLSearchParams(range && { range });
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return `/w/${workspace}/usage${text === "" ? "" : `?${text}`}`;
}
