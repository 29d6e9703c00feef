"use client";

import { Button, type ButtonProps } from "./button";
import { cn } from "./class-names";
import { useHydrated } from "./use-hydrated";

/**
 * A button for what may be pressed as soon as it is seen. Until the page runs it takes no press, without looking
 * closed: the press would be lost, or send the form the way a page without scripts does.
 */
export function ReadyButton({ disabled = false, className, ...props }: ButtonProps) {
  const isHydrated = useHydrated();
  return (
    <Button
      {...props}
      disabled={!isHydrated || disabled}
      className={cn(!isHydrated && !disabled && "disabled:cursor-default disabled:opacity-100", className)}
    />
  );
}
