import type { ComponentProps } from "react";
import { cn } from "./class-names";

export const inputClasses =
  "h-8 w-full min-w-0 rounded-control border bg-surface px-2.5 text-base text-ink transition-colors hover:border-faint focus-visible:-outline-offset-1 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken aria-invalid:border-over aria-invalid:focus-visible:outline-over";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(inputClasses, className)} {...props} />;
}

export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(inputClasses, "h-auto resize-y py-1.5 leading-normal", className)}
      {...props}
    />
  );
}
