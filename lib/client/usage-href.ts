import type { CallFilter } from "@/lib/contracts/calls";

/** The address of the calls of a filter: every amount leads to what it is made of. */
export function usageHref(workspace: string, filter: CallFilter): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, value);
  const text = search.toString();
  return `/w/${workspace}/usage${text === "" ? "" : `?${text}`}`;
}
