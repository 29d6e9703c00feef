import { LoaderCircle } from "lucide-react";
import { cn } from "./class-names";

/** Says nothing by itself: what is pending is told by the element that shows it. */
export function Spinner({ className }: { className?: string | undefined }) {
  return <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />;
}
