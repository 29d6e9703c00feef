import { Skeleton } from "@/components/ui/skeleton";

/** The page before its first data, in the sizes that they will have. */
export function OverviewSkeleton() {
  return (
    <div role="status" aria-label="Loading the overview" className="grid gap-3.5">
      <div className="flex h-8 items-center justify-between">
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-8 w-48" />
      </div>
      <Skeleton className="h-[198px] rounded-card lg:h-[102px]" />
      <Skeleton className="h-[388px] rounded-card" />
      <div className="grid gap-3.5 lg:grid-cols-[2fr_1fr]">
        <Skeleton className="h-64 rounded-card" />
        <Skeleton className="h-64 rounded-card" />
      </div>
    </div>
  );
}
