"use client";

import * as Primitive from "radix-ui/popover";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { floatingClasses } from "./menu-classes";

export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;
export const PopoverAnchor = Primitive.Anchor;

export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        {...props}
        className={cn(floatingClasses, "max-w-[calc(100vw-1rem)] p-3.5 outline-none", className)}
      />
    </Primitive.Portal>
  );
}
