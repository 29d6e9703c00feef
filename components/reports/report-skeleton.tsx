import { Skeleton } from "@/components/ui/skeleton";

export function ReportSkeleton() {
  return (
    <div role="status" aria-label="Loading the report" className="grid gap-3.5">
      <Skeleton className="h-[198px] rounded-card lg:h-[102px]" />
      <Skeleton className="h-[384px] rounded-card" />
      <Skeleton className="h-64 rounded-card" />
    </div>
  );
}
