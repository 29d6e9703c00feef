import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The sizes and radii that app/globals.css adds: without them tailwind-merge would take `text-title` for a colour.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["title", "figure"],
      radius: ["control", "card"],
      shadow: ["hair", "menu"],
      animate: ["appear", "rise", "slide-up", "slide-in"],
    },
  },
});

/** Joins class names; of two that set the same property, the later one stays. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
