import { Skeleton } from "@/components/ui/skeleton";

export default function WorkspaceLoading() {
  return (
    <div role="status" aria-label="Loading">
      <div className="flex min-h-8 items-center pb-3.5">
        <Skeleton className="h-6 w-52" />
      </div>
      <div className="grid gap-3.5">
        <Skeleton className="h-26 rounded-card" />
        <Skeleton className="h-90 rounded-card" />
      </div>
    </div>
  );
}
