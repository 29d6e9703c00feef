export interface SliderRange {
  min: number;
  max: number;
  step: number;
  scale: "linear" | "log";
}

/** Where a value stands on the track, 0 to 1. The logarithmic scale takes zero: it is even in value below one step. */
export function positionOf(value: number, { min, max, step, scale }: SliderRange): number {
  if (max <= min) return 0;
  const clamped = Math.min(max, Math.max(min, value));
  if (scale === "linear") return (clamped - min) / (max - min);
  return Math.log1p((clamped - min) / step) / Math.log1p((max - min) / step);
}

/** The value at a place on the track: a whole number of steps, and on a logarithmic scale two digits worth reading. */
export function valueAt(position: number, range: SliderRange): number {
  const { min, max, step, scale } = range;
  const share = Math.min(1, Math.max(0, position));
  if (scale === "linear") return snap(min + share * (max - min), range, step);
  const raw = min + step * Math.expm1(share * Math.log1p((max - min) / step));
  return snap(raw, range, roundStep(raw, step));
}

/** The value so many steps further, where a step on a logarithmic scale grows with the value. */
export function stepFrom(value: number, steps: number, range: SliderRange): number {
  const { step, scale } = range;
  if (scale === "linear") return snap(value + steps * step, range, step);
  let next = value;
  for (let taken = 0; taken < Math.abs(steps); taken += 1) {
    // Going down from a round number, the finer step below it applies: 100 goes to 99, not to 90.
    const local = roundStep(steps < 0 ? next - step / 2 : next, step);
    next = snap(next + Math.sign(steps) * local, range, local);
  }
  return next;
}

/** A hundredth of the value's power of ten: two significant digits, and never finer than the step itself. */
function roundStep(value: number, step: number): number {
  if (value <= 0) return step;
  return Math.max(step, 10 ** (Math.floor(Math.log10(value) + 1e-9) - 1));
}

function snap(value: number, { min, max }: SliderRange, step: number): number {
  const snapped = Math.round(value / step) * step;
  return Math.min(max, Math.max(min, Number(snapped.toFixed(6))));
}
