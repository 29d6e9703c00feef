import { cn } from "@/components/ui/class-names";
import type { Import } from "@/lib/contracts/imports";

type Counts = Pick<
  Import,
  "rowsCreated" | "rowsExisting" | "rowsRepeated" | "rowsConflict" | "rowsRejected" | "rowsSkipped"
>;

const KINDS: readonly { key: keyof Counts; name: string; hint: string }[] = [
  { key: "rowsCreated", name: "New calls", hint: "Counted now" },
  { key: "rowsExisting", name: "Already there", hint: "Known from before, counted once" },
  { key: "rowsRepeated", name: "Repeated lines", hint: "The same as another line of the file" },
  { key: "rowsConflict", name: "Conflicts", hint: "A known id with other content, refused" },
  { key: "rowsRejected", name: "Rejected", hint: "Could not become calls" },
  { key: "rowsSkipped", name: "Left out", hint: "Not of this kind, by the mapping" },
];

/** Every line that was read is in exactly one of these. What no mapping left out is not mentioned. */
export function RowCounts({ counts }: { counts: Counts }) {
  const shown = KINDS.filter(({ key }) => key !== "rowsSkipped" || counts.rowsSkipped > 0);
  return (
    <dl
      className={cn(
        "grid grid-cols-2 gap-x-4 gap-y-3",
        shown.length === 6 ? "sm:grid-cols-6" : "sm:grid-cols-5",
      )}
    >
      {shown.map(({ key, name, hint }) => (
        <div key={key} className="grid content-start">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="text-lg font-semibold tabular-nums">{counts[key].toLocaleString("en-US")}</dd>
          <dd className="text-xs text-muted">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
