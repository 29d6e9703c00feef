"use client";

import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { RowCondition } from "@/lib/imports";

const SHOWN_VALUES = 6;

/** Which lines are read at all, one condition a line; each can be dropped. */
export function ConditionsList({
  conditions,
  onChange,
}: {
  conditions: readonly RowCondition[];
  onChange: (conditions: RowCondition[]) => void;
}) {
  return (
    <ul className="grid gap-1.5">
      {conditions.map((condition) => {
        const { column, is, values } = condition;
        return (
          <li key={`${column} ${is}`} className="flex items-start justify-between gap-2">
            <span className="min-w-0 break-words">
              <code className="font-mono text-sm">{column}</code> {is === "one_of" ? "is" : "contains"}{" "}
              {valueWords(values)}
            </span>
            <IconButton
              label={`Read lines whatever ${column} says`}
              size="sm"
              onClick={() => onChange(conditions.filter((each) => each !== condition))}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        );
      })}
    </ul>
  );
}

function valueWords(values: readonly string[]): string {
  const words = values.map((value) => (value === "" ? "empty" : value));
  const left = words.length - SHOWN_VALUES;
  return left > 0 ? `${words.slice(0, SHOWN_VALUES).join(", ")} or ${left} others` : words.join(" or ");
}
