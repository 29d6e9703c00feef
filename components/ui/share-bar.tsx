import { cn } from "./class-names";

/** How much of a whole a row makes up, 0 to 1. The number itself stands beside it. */
export function ShareBar({ share, className }: { share: number; className?: string }) {
  const percent = Math.min(100, Math.max(0, share * 100));
  return (
    <span aria-hidden className={cn("block h-1.5 rounded-full bg-sunken", className)}>
      <span className="block h-full rounded-full bg-ink" style={{ width: `${percent}%` }} />
    </span>
  );
}
