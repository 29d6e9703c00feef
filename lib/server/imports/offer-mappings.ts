import "server-only";
import type { OfferedMapping, SavedMapping } from "@/lib/contracts/imports";
import { mappingProblems, proposeMapping, recogniseFile, type FileLayout } from "@/lib/imports";
import { RequestError } from "@/lib/server/http/request-error";

/**
 * The ways in which a file can be read, the likeliest first: mappings that were saved for this very header, then the kind
 * of log that it is recognised as, then by the names of its columns, then other saved mappings that fit. A file whose
 * rows are sums is refused, because none of them is a call.
 */
export function offerMappings(
  layout: FileLayout,
  rows: readonly ReadonlyMap<string, string>[],
  timeZone: string,
  saved: readonly SavedMapping[],
): [OfferedMapping, ...OfferedMapping[]] {
  const recognised = recogniseFile(layout.columns, rows, timeZone);
  if (recognised !== null && "refusal" in recognised) {
    throw new RequestError("invalid_request", `${recognised.refusal}.`);
  }
  const preset: OfferedMapping[] = recognised
    ? [{ kind: "preset", id: recognised.id, name: recognised.name, mapping: recognised.mapping }]
    : [];
  const fitting = saved.filter(({ mapping }) => mappingProblems(mapping, layout).length === 0);
  const offer = ({ id, name, mapping }: SavedMapping): OfferedMapping => ({
    kind: "saved",
    id,
    name,
    mapping,
  });
  const ofThisHeader = fitting.filter(({ columns }) => areSame(columns, layout.columns));
  const byNames: OfferedMapping = {
    kind: "columns",
    id: "columns",
    name: "By the names of the columns",
    mapping: proposeMapping(layout.columns, rows, timeZone),
  };
  const likely = [...ofThisHeader.map(offer), ...preset];
  const others = fitting.filter((each) => !ofThisHeader.includes(each)).map(offer);
  const [first = byNames, ...rest] = likely;
  return likely.length === 0 ? [first, ...others] : [first, ...rest, byNames, ...others];
}

/** In whatever order the columns come. */
function areSame(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others);
  return some.length === known.size && some.every((column) => known.has(column));
}
