import type { ComponentProps } from "react";
import { cn } from "./class-names";

export interface TableProps extends ComponentProps<"table"> {
  /** What the table shows; read aloud, and the name of the part that scrolls. */
  label: string;
  /** Sets the height from which the rows scroll under the sticky head: `max-h-96`. */
  scrollClassName?: string;
}

/** A dense table inside its own scroll region, so that a narrow page never scrolls sideways as a whole. */
export function Table({ label, scrollClassName, className, ...props }: TableProps) {
  return (
    <div
      role="group"
      aria-label={label}
      // Without this, the keyboard could not scroll a table that is wider than the page.
      tabIndex={0}
      className={cn(
        "relative overflow-auto rounded-[inherit] focus-visible:-outline-offset-2 print:overflow-visible",
        scrollClassName,
      )}
    >
      <table aria-label={label} className={cn("w-full border-collapse text-base", className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return (
    <thead
      className={cn("sticky top-0 z-10 bg-surface print:static print:bg-transparent", className)}
      {...props}
    />
  );
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={cn("[&>tr:last-child>*]:border-b-0", className)} {...props} />;
}

/** Totals: stands below the rows and is bolder than they are. */
export function TableFoot({ className, ...props }: ComponentProps<"tfoot">) {
  return (
    <tfoot
      className={cn("font-semibold [&>tr>*]:border-t [&>tr>*]:border-b-0 [&>tr>*]:font-semibold", className)}
      {...props}
    />
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={cn("data-[selected=true]:bg-accent-soft", className)} {...props} />;
}

interface Alignable {
  /** Numbers stand at the end, in figures of one width. */
  align?: "start" | "end" | undefined;
}

const alignClasses = (align: Alignable["align"]) =>
  align === "end" ? "text-right tabular-nums" : "text-left";

export function TableHeader({
  align,
  className,
  scope = "col",
  ...props
}: Omit<ComponentProps<"th">, "align"> & Alignable) {
  return (
    <th
      scope={scope}
      className={cn(
        "h-9 border-b px-4 text-sm font-normal whitespace-nowrap text-muted",
        alignClasses(align),
        className,
      )}
      {...props}
    />
  );
}

export function TableCell({ align, className, ...props }: Omit<ComponentProps<"td">, "align"> & Alignable) {
  return (
    <td
      className={cn(
        "h-9 border-b border-hair px-4",
        align === "end" && "whitespace-nowrap",
        alignClasses(align),
        className,
      )}
      {...props}
    />
  );
}

/** The cell that names its row. */
export function TableRowHeader({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="row"
      className={cn("h-9 border-b border-hair px-4 text-left font-medium", className)}
      {...props}
    />
  );
}
