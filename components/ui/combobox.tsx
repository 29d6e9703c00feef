"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cn } from "./class-names";
import { inputClasses } from "./input";
import { matchScore } from "./match-score";
import { menuItemClasses } from "./menu-classes";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

export interface ComboboxOption {
  value: string;
  label: string;
  hint?: ReactNode;
  /** Further words that find it. */
  keywords?: string[];
}

export interface ComboboxProps {
  value: string | null;
  onValueChange: (value: string) => void;
  options: readonly ComboboxOption[];
  placeholder?: string;
  searchPlaceholder?: string;
  emptyText?: string;
  /** Offers to take the text itself when no option is called that. */
  onCreate?: ((text: string) => void) | undefined;
  id?: string;
  disabled?: boolean | undefined;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** One of many: type to find it. */
export function Combobox({
  value,
  onValueChange,
  options,
  placeholder = "Choose",
  searchPlaceholder = "Search",
  emptyText = "Nothing found",
  onCreate,
  className,
  ...trigger
}: ComboboxProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [search, setSearch] = useState("");
  const chosen = options.find((option) => option.value === value);
  const text = search.trim();
  const canCreate = onCreate !== undefined && text !== "" && !options.some((option) => option.label === text);

  function open(next: boolean) {
    setIsOpen(next);
    if (next) setSearch("");
  }

  return (
    <Popover open={isOpen} onOpenChange={open}>
      <PopoverTrigger asChild>
        <button
          type="button"
          role="combobox"
          aria-expanded={isOpen}
          aria-haspopup="listbox"
          {...trigger}
          className={cn(inputClasses, "flex items-center justify-between gap-2 text-left", className)}
        >
          <span className={cn("truncate", !chosen && !value && "text-muted")}>
            {chosen?.label ?? value ?? placeholder}
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={searchPlaceholder}
        align="start"
        className="w-(--radix-popover-trigger-width) min-w-56 p-0"
      >
        <Command
          loop
          filter={matchScore}
          label={trigger["aria-label"] ?? searchPlaceholder}
          defaultValue={value ?? ""}
        >
          <Command.Input
            value={search}
            onValueChange={setSearch}
            placeholder={searchPlaceholder}
            className="h-9 w-full border-b bg-transparent px-3 text-base outline-none"
          />
          <Command.List className="max-h-64 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-3 text-center text-sm text-muted">{emptyText}</Command.Empty>
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                keywords={[option.label, ...(option.keywords ?? [])]}
                onSelect={() => {
                  onValueChange(option.value);
                  setIsOpen(false);
                }}
                className={cn(menuItemClasses, "pr-8")}
              >
                <span className="grid min-w-0">
                  <span className="truncate">{option.label}</span>
                  {option.hint && <span className="text-sm text-muted">{option.hint}</span>}
                </span>
                {option.value === value && <Check aria-hidden className="absolute right-2" />}
              </Command.Item>
            ))}
            {canCreate && (
              <Command.Item
                forceMount
                value={`create ${text}`}
                onSelect={() => {
                  onCreate(text);
                  setIsOpen(false);
                }}
                className={menuItemClasses}
              >
                <Plus aria-hidden /> Create “{text}”
              </Command.Item>
            )}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
