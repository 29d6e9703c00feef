import { useId } from "react";
import { cn } from "@/components/ui/class-names";

/** The mark: pixel columns that rise inside a rounded square. */
export function Logo({ className }: { className?: string }) {
  const clip = useId();
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cn("size-[22px] shrink-0", className)}>
      <clipPath id={clip}>
        <rect width="24" height="24" rx="6.5" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="24" height="24" className="fill-ink" />
        <path
          d="M3 15.5h5V24H3zM9.5 11.5h5V24h-5zM16 7.5h5V24h-5z"
          className="fill-accent dark:fill-[#3656d4]"
        />
      </g>
    </svg>
  );
}
