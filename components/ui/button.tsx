import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui/slot";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { Spinner } from "./spinner";

export const buttonClasses = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-ink text-surface hover:bg-ink/85",
        secondary: "bg-surface text-ink shadow-hair hover:bg-sunken data-[state=open]:bg-sunken",
        ghost:
          "border-transparent text-muted hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink",
        danger: "border-transparent bg-over text-surface hover:bg-over/85",
        "danger-quiet": "bg-surface text-over shadow-hair hover:bg-over-soft",
        link: "border-transparent px-0 text-accent underline-offset-2 hover:underline",
      },
      size: {
        sm: "h-7 px-2 text-sm [&_svg]:size-3.5",
        md: "h-8 px-2.5 text-base [&_svg]:size-4",
        lg: "h-9 px-4 text-base [&_svg]:size-4",
      },
    },
    compoundVariants: [{ variant: "link", className: "px-0" }],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonClasses> & {
    /** Draws the one child, such as a link, as the button. */
    asChild?: boolean;
    /** Shows a spinner over the label, so that the width stays, and ignores presses. */
    isPending?: boolean | undefined;
  };

export function Button({
  variant,
  size,
  asChild = false,
  isPending = false,
  className,
  type,
  onClick,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className);
  if (asChild) {
    return (
      <Slot className={classes} onClick={onClick} {...props}>
        {children}
      </Slot>
    );
  }
  return (
    <button
      type={type ?? "button"}
      className={classes}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || undefined}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {isPending ? (
        <>
          <span className="absolute inset-0 grid place-items-center">
            <Spinner />
          </span>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
