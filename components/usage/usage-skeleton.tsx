import { Skeleton } from "@/components/ui/skeleton";

export function UsageSkeleton() {
  return (
    <div role="status" aria-label="Loading the usage">
      <div className="flex h-8 items-center justify-between">
        <Skeleton className="h-6 w-56" />
        <Skeleton className="h-8 w-52" />
      </div>
      <div className="flex gap-2 py-3.5">
        <Skeleton className="h-8 w-36" />
        <Skeleton className="h-8 w-20" />
      </div>
      <SeriesSkeleton />
    </div>
  );
}

export function SeriesSkeleton() {
  return (
    <div role="status" aria-label="Loading the sums" className="grid gap-3.5">
      <Skeleton className="h-[198px] rounded-card lg:h-[102px]" />
      <Skeleton className="h-[410px] rounded-card" />
      <Skeleton className="h-64 rounded-card" />
    </div>
  );
}
