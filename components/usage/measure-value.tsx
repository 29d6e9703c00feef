import { measureText } from "@/components/charts/prepare/measure-text";
import { type Measure, MEASURE_UNITS } from "@/lib/usage";

interface MeasureValueProps {
  measure: Measure;
  /** In billionths of the measure's unit; null is not known. */
  nano: bigint | null;
}

export function MeasureValue({ measure, nano }: MeasureValueProps) {
  if (nano === null) return <NotKnown />;
  return <span className="tabular-nums">{measureText(MEASURE_UNITS[measure], nano)}</span>;
}

interface MeasureDifferenceProps {
  measure: Measure;
  now: bigint | null;
  before: bigint | null;
}

/** What it is more or less than before, with its sign; nobody says which of them is good. */
export function MeasureDifference({ measure, now, before }: MeasureDifferenceProps) {
  if (now === null || before === null) return <NotKnown />;
  const difference = now - before;
  const size = difference < 0n ? -difference : difference;
  const sign = difference > 0n ? "+" : difference < 0n ? "−" : "";
  const unit = MEASURE_UNITS[measure];
  const text = measureText(unit, size);
  return (
    <span className="whitespace-nowrap tabular-nums">
      {sign}
      {/* A difference of shares is in points, not in per cent of one of them. */}
      {unit === "share" ? text.replace("%", " pp") : text}
    </span>
  );
}

function NotKnown() {
  return (
    <span className="text-muted">
      <span aria-hidden>—</span>
      <span className="sr-only">not known</span>
    </span>
  );
}
