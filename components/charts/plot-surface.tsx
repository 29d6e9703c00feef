"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from "react";
import { type PlotFrame, periodX } from "./plot-frame";
import { PlotTooltip } from "./plot-tooltip";
import { type PointReading, spokenReading } from "./prepare/point-reading";

interface PlotSurfaceProps {
  frame: PlotFrame;
  /** What the chart shows, for those who do not see it. */
  label: string;
  readings: readonly PointReading[];
  /** Where the keyboard begins. */
  startIndex: number;
  swatches: Readonly<Record<string, ReactNode>>;
  /** A click or the enter key on a point; `hint` says what it does. */
  onChoose?: { hint: string; choose: (index: number) => void } | null;
  /** What is drawn over the chosen point. */
  renderPoint: (index: number) => ReactNode;
  children: ReactNode;
}

/** A drawing whose points are read by pointer, finger or arrow keys, in a tooltip that says every series exactly. */
export function PlotSurface(props: PlotSurfaceProps) {
  const { frame, label, readings, startIndex, swatches, renderPoint, onChoose = null, children } = props;
  const [index, setIndex] = useState<number | null>(null);
  const [isByKeyboard, setIsByKeyboard] = useState(false);
  const hintId = useId();
  const reading = index === null ? undefined : readings[index];

  function readAt(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - frame.left) / (frame.width - frame.left - frame.right);
    setIsByKeyboard(false);
    setIndex(
      share < 0 || share > 1 ? null : Math.min(readings.length - 1, Math.floor(share * readings.length)),
    );
  }

  function move(event: KeyboardEvent) {
    if (event.key === "Enter" && onChoose && index !== null) {
      event.preventDefault();
      onChoose.choose(index);
      return;
    }
    const next = nextIndex(event.key, index ?? startIndex, readings.length);
    if (next === undefined) return;
    event.preventDefault();
    setIsByKeyboard(true);
    setIndex(next);
  }

  return (
    <div
      role="application"
      aria-roledescription="chart"
      aria-label={label}
      aria-describedby={hintId}
      tabIndex={0}
      // A page is laid out for paper without another measurement, so there the drawing scales instead.
      className="relative touch-pan-y rounded-control outline-offset-2 select-none print:h-auto! print:w-full! print:[&_.recharts-wrapper]:h-auto! print:[&_.recharts-wrapper]:w-full! print:[&_svg]:h-auto! print:[&_svg]:w-full!"
      style={{ width: frame.width, height: frame.height }}
      onPointerMove={readAt}
      onPointerDown={readAt}
      onPointerLeave={() => setIndex(null)}
      onFocus={(event) => {
        if (event.currentTarget.matches(":focus-visible")) {
          setIsByKeyboard(true);
          setIndex(startIndex);
        }
      }}
      onBlur={() => setIndex(null)}
      onKeyDown={move}
      onClick={() => index !== null && onChoose?.choose(index)}
    >
      <div aria-hidden className="size-full">
        {children}
      </div>
      {reading && index !== null && (
        <>
          <svg aria-hidden className="pointer-events-none absolute inset-0 size-full overflow-visible">
            {renderPoint(index)}
          </svg>
          <PlotTooltip
            reading={reading}
            swatches={swatches}
            x={periodX(frame, index, readings.length)}
            width={frame.width}
          />
        </>
      )}
      <p id={hintId} className="sr-only">
        Use the left and right arrow keys to read one point after another.
        {onChoose && ` ${onChoose.hint}`}
      </p>
      <p aria-live="polite" className="sr-only">
        {isByKeyboard && reading ? spokenReading(reading) : ""}
      </p>
    </div>
  );
}

/** Null closes the tooltip; undefined is a key that means nothing here. */
function nextIndex(key: string, index: number, count: number): number | null | undefined {
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, index - 1);
    case "ArrowRight":
      return Math.min(count - 1, index + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
