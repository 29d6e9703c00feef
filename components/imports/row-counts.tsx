import type { Import } from "@/lib/contracts/imports";

type Counts = Pick<Import, "rowsCreated" | "rowsExisting" | "rowsRepeated" | "rowsConflict" | "rowsRejected">;

const KINDS: readonly { key: keyof Counts; name: string; hint: string }[] = [
  { key: "rowsCreated", name: "New calls", hint: "Counted now" },
  { key: "rowsExisting", name: "Already there", hint: "Known from before, counted once" },
  { key: "rowsRepeated", name: "Repeated lines", hint: "The same as another line of the file" },
  { key: "rowsConflict", name: "Conflicts", hint: "A known id with other content, refused" },
  { key: "rowsRejected", name: "Rejected", hint: "Could not become calls" },
];

/** Every line that was read is in exactly one of these. */
export function RowCounts({ counts }: { counts: Counts }) {
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-5">
      {KINDS.map(({ key, name, hint }) => (
        <div key={key} className="grid content-start">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-lg font-semibold tabular-nums">{counts[key].toLocaleString("en-US")}</dd>
          <dd className="text-xs text-muted">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
