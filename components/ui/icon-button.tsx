"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./class-names";
import { Tooltip } from "./tooltip";

export type IconButtonProps = Omit<ButtonProps, "children" | "aria-label"> & {
  /** What it does; read aloud and shown as a tooltip. */
  label: string;
  children: ReactNode;
};

const WIDTHS = { sm: "w-7", md: "w-8", lg: "w-10" } as const;

export function IconButton({
  label,
  size = "md",
  variant = "ghost",
  className,
  children,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <Button
        aria-label={label}
        size={size}
        variant={variant}
        className={cn("px-0", WIDTHS[size ?? "md"], className)}
        {...props}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
