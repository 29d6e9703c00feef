interface Point {
  x: number;
  y: number;
}

/** A line through points as an SVG path. A missing point is a gap: the line stops before it and begins anew after it. */
export function linePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return "";
      const isBegun = index > 0 && points[index - 1] !== null;
      return `${isBegun ? "L" : "M"}${point.x} ${point.y}`;
    })
    .join("");
}
