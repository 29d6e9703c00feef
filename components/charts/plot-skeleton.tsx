/** Holds the place of a drawing that is on its way. */
export function PlotSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the chart"
      className="flex size-full flex-col justify-between pt-6 pb-10 pl-12"
    >
      {[0, 1, 2, 3, 4].map((line) => (
        <div key={line} className="h-px bg-hair" />
      ))}
    </div>
  );
}
