import { type PlotFrame, dollarsY, periodX } from "./plot-frame";

const MAX_BAR_WIDTH = 36;

/** One path for each layer of the stacks, with a hair of surface between layers that are tall enough to spare it. */
export function stackPaths(
  frame: PlotFrame,
  max: number,
  columns: readonly { layers: readonly number[] }[],
): string[] {
  const count = columns.length;
  const step = (frame.width - frame.left - frame.right) / Math.max(1, count);
  const width = Math.max(1, Math.min(MAX_BAR_WIDTH, step > 6 ? step * 0.64 : step * 0.8));
  const paths: string[][] = columns[0]?.layers.map(() => []) ?? [];

  columns.forEach(({ layers }, index) => {
    const x = periodX(frame, index, count) - width / 2;
    let ground = 0;
    layers.forEach((dollars, layer) => {
      if (dollars <= 0) return;
      const bottom = dollarsY(frame, ground, max);
      ground += dollars;
      const height = bottom - dollarsY(frame, ground, max);
      const gap = height > 4 && layers.length > 1 ? 1 : 0;
      const isTop = layers.slice(layer + 1).every((above) => above <= 0);
      // A cost that is there is seen, however small beside the others.
      paths[layer]?.push(
        bar(x, bottom, width, Math.max(height - gap, isTop && ground === dollars ? 1 : 0), isTop),
      );
    });
  });
  return paths.map((parts) => parts.join(""));
}

const round = (value: number) => Math.round(value * 100) / 100;

function bar(x: number, bottom: number, width: number, height: number, isTop: boolean): string {
  const radius = isTop ? Math.min(2, width / 4, height) : 0;
  const [left, right, top] = [round(x), round(x + width), round(bottom - height)];
  if (radius === 0) return `M${left} ${round(bottom)}V${top}H${right}V${round(bottom)}Z`;
  const corner = round(radius);
  return `M${left} ${round(bottom)}V${round(top + corner)}q0 ${-corner} ${corner} ${-corner}H${round(right - corner)}q${corner} 0 ${corner} ${corner}V${round(bottom)}Z`;
}
