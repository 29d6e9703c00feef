/** How everything that floats above the page looks: menus, lists of options, popovers. */
export const floatingClasses =
  "animate-rise z-50 rounded-card border bg-surface text-ink shadow-menu origin-[var(--radix-popper-transform-origin)]";

export const menuClasses = `${floatingClasses} min-w-44 overflow-y-auto p-1 max-h-[min(24rem,var(--radix-popper-available-height))]`;

export const menuItemClasses =
  "relative flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 py-1.5 text-base outline-none select-none aria-disabled:pointer-events-none aria-disabled:opacity-50 data-highlighted:bg-sunken data-[selected=true]:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted";

export const menuLabelClasses = "px-2 pt-2 pb-1 text-xs font-medium text-muted";
