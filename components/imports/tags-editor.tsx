"use client";

import { X } from "lucide-react";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

interface TagsEditorProps {
  /** Tag name to column. */
  tags: Readonly<Record<string, string>>;
  columns: readonly string[];
  onChange: (tags: Record<string, string>) => void;
}

/** Columns that are kept beside a call under a name of one's own, such as a team or a group of users. */
export function TagsEditor({ tags, columns, onChange }: TagsEditorProps) {
  const used = new Set(Object.values(tags));
  const entries = Object.entries(tags);
  return (
    <div className="grid gap-2">
      {entries.map(([name, column], index) => (
        <div key={column} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
          <Input
            aria-label={`Name of the tag from ${column}`}
            defaultValue={name}
            maxLength={64}
            onBlur={(event) => {
              const renamed = event.target.value.trim();
              const isTaken = entries.some(([other], at) => at !== index && other === renamed);
              if (renamed === "" || isTaken) event.target.value = name;
              else
                onChange(
                  Object.fromEntries(entries.map((entry, at) => (at === index ? [renamed, column] : entry))),
                );
            }}
          />
          <code className="truncate font-mono text-sm text-muted" title={column}>
            {column}
          </code>
          <IconButton
            label={`Remove the tag ${name}`}
            size="sm"
            onClick={() => onChange(Object.fromEntries(entries.filter((_, at) => at !== index)))}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      <Combobox
        aria-label="Keep a column as a tag"
        placeholder="Keep a column as a tag"
        className="max-w-64"
        value={null}
        searchPlaceholder="Search a column"
        options={columns
          .filter((column) => !used.has(column))
          .map((column) => ({ value: column, label: column }))}
        onValueChange={(column) => onChange({ ...tags, [freeName(column, tags)]: column })}
      />
    </div>
  );
}

/** The column's own name, or that with a number where the name is taken. */
function freeName(column: string, tags: Readonly<Record<string, string>>): string {
  const name = column.slice(0, 60);
  if (!(name in tags)) return name;
  let number = 2;
  while (`${name} ${number}` in tags) number += 1;
  return `${name} ${number}`;
}
