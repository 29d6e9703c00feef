"use client";

import { Check, ChevronDown } from "lucide-react";
import * as Primitive from "radix-ui/select";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { inputClasses } from "./input";
import { menuClasses, menuItemClasses, menuLabelClasses } from "./menu-classes";
import { pageNonce } from "./page-nonce";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** A second, quieter line in the list. */
  hint?: ReactNode;
  /** Options with the same group stand under its name. */
  group?: string;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  id?: string;
  disabled?: boolean | undefined;
  onBlur?: () => void;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

/** One of a few known choices. For long lists, `Combobox`; for two to four that deserve to be seen, `SegmentedControl`. */
export function Select<Value extends string>({
  value,
  onValueChange,
  options,
  placeholder = "Choose",
  className,
  disabled,
  ...trigger
}: SelectProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <Primitive.Root
      value={value ?? ""}
      // Radix also reports the empty value of a reset form, which is no option.
      onValueChange={(next) => next !== "" && onValueChange(next as Value)}
      {...(disabled !== undefined && { disabled })}
    >
      <Primitive.Trigger
        {...trigger}
        className={cn(
          inputClasses,
          "flex items-center justify-between gap-2 text-left data-placeholder:text-muted",
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder}>{chosen?.label}</Primitive.Value>
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(menuClasses, "min-w-(--radix-select-trigger-width)")}
        >
          <Primitive.Viewport nonce={pageNonce()}>
            {groups.map((group) => (
              <Primitive.Group key={group ?? ""}>
                {group && <Primitive.Label className={menuLabelClasses}>{group}</Primitive.Label>}
                {options
                  .filter((option) => option.group === group)
                  .map((option) => (
                    <Primitive.Item
                      key={option.value}
                      value={option.value}
                      disabled={option.disabled ?? false}
                      className={cn(menuItemClasses, "pr-8")}
                    >
                      <span className="grid">
                        <Primitive.ItemText>{option.label}</Primitive.ItemText>
                        {option.hint && <span className="text-sm text-muted">{option.hint}</span>}
                      </span>
                      <Primitive.ItemIndicator className="absolute right-2">
                        <Check aria-hidden />
                      </Primitive.ItemIndicator>
                    </Primitive.Item>
                  ))}
              </Primitive.Group>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
