import { SeriesSwatch } from "./series-swatch";

export interface LegendItem {
  id: string;
  name: string;
  color: string;
  kind: "line" | "dashed" | "dotted" | "thin" | "block";
  /** What the series is made of. */
  detail?: string;
}

export function ChartLegend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-x-3.5 gap-y-1 text-sm">
      {items.map((item) => (
        <li key={item.id} className="flex min-w-0 items-center gap-1.5">
          <SeriesSwatch kind={item.kind} color={item.color} />
          <span className="truncate font-medium">{item.name}</span>
          {item.detail && <span className="truncate text-muted max-sm:hidden">{item.detail}</span>}
        </li>
      ))}
    </ul>
  );
}
