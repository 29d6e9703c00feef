interface SeriesSwatchProps {
  kind: "line" | "dashed" | "dotted" | "thin" | "block";
  color: string;
}

/** How a series looks, small enough for a legend. */
export function SeriesSwatch({ kind, color }: SeriesSwatchProps) {
  if (kind === "block") {
    return (
      <span
        aria-hidden
        className="inline-block size-2.5 shrink-0"
        style={{ background: color, borderRadius: 2.5 }}
      />
    );
  }
  const isThin = kind === "thin";
  return (
    <svg aria-hidden width="14" height="10" viewBox="0 0 14 10" className="shrink-0">
      <line
        x1="1"
        x2="13"
        y1="5"
        y2="5"
        style={{ stroke: color }}
        strokeWidth={isThin ? 1.5 : 2.5}
        strokeLinecap={kind === "dotted" || kind === "line" ? "round" : "butt"}
        strokeDasharray={kind === "dashed" ? "5 2" : kind === "dotted" ? "0.1 4" : undefined}
      />
    </svg>
  );
}
