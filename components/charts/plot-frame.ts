import type { ValueAxis } from "./prepare/value-axis";

/** The space around the drawing, in pixels. Recharts and what is laid over it read the same one. */
export interface PlotFrame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LABEL_CHARACTER_WIDTH = 6.6;

export function plotFrame(width: number, height: number, axis: ValueAxis): PlotFrame {
  const longest = Math.max(...axis.ticks.map((tick) => tick.label.length));
  return {
    width,
    height,
    left: Math.ceil(longest * LABEL_CHARACTER_WIDTH) + 12,
    right: 8,
    top: 22,
    bottom: 40,
  };
}

/** The middle of a period, whose places share the width evenly. */
export function periodX(frame: PlotFrame, position: number, count: number): number {
  const width = frame.width - frame.left - frame.right;
  return frame.left + ((position + 0.5) / count) * width;
}

export function dollarsY(frame: PlotFrame, dollars: number, max: number): number {
  return frame.height - frame.bottom - (dollars / max) * (frame.height - frame.top - frame.bottom);
}
