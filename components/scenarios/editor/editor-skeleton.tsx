import { Skeleton } from "@/components/ui/skeleton";

/** The editor's places with their final sizes. */
export function EditorSkeleton() {
  return (
    <div role="status" aria-label="Loading the scenario">
      <div className="flex min-h-8 items-center justify-between gap-4 pb-3.5">
        <Skeleton className="h-6 w-72 max-w-full" />
        <Skeleton className="h-8 w-80 max-lg:hidden" />
      </div>
      <div className="grid gap-3.5 lg:grid-cols-[23.25rem_minmax(0,1fr)]">
        <Skeleton className="order-2 h-[84rem] rounded-card lg:order-1" />
        <div className="order-1 grid content-start gap-3.5 lg:order-2">
          <Skeleton className="h-[5.9rem] rounded-card max-lg:h-48" />
          <Skeleton className="h-[24rem] rounded-card" />
          <Skeleton className="h-56 rounded-card" />
          <Skeleton className="h-96 rounded-card" />
        </div>
      </div>
    </div>
  );
}
