import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { PointReading } from "./prepare/point-reading";

interface PlotTooltipProps {
  reading: PointReading;
  swatches: Readonly<Record<string, ReactNode>>;
  /** The point, and the width to stay within. */
  x: number;
  width: number;
}

const GAP = 14;

export function PlotTooltip({ reading, swatches, x, width }: PlotTooltipProps) {
  const ref = useRef<HTMLDivElement>(null);

  // Beside the point, on the side that has room; measured before the first paint, so that it never jumps.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const own = element.offsetWidth;
    const right = x + GAP;
    const left = right + own <= width ? right : x - GAP - own;
    element.style.transform = `translateX(${Math.round(Math.min(Math.max(0, left), Math.max(0, width - own)))}px)`;
  }, [reading, x, width]);

  return (
    <div
      ref={ref}
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 z-20 w-max max-w-72 rounded-control border bg-surface px-2.5 py-2 text-sm shadow-menu"
    >
      <p className="font-medium text-ink">{reading.label}</p>
      {reading.rows.length > 0 && (
        <table className="mt-1 w-full">
          <tbody>
            {reading.rows.map((row) => (
              <tr key={row.name}>
                <td className="py-px pr-2 align-middle">{row.seriesId && swatches[row.seriesId]}</td>
                <td className="max-w-36 truncate py-px pr-5 text-muted">{row.name}</td>
                <td className="py-px text-right font-medium tabular-nums">{row.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {reading.note && <p className="mt-1 max-w-52 text-muted">{reading.note}</p>}
    </div>
  );
}
