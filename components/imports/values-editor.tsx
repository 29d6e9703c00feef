"use client";

import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Translation } from "@/lib/imports";
import type { FieldDescription } from "./import-fields";
import { ValueControl } from "./value-control";

type ValuesTranslation = Extract<Translation, { kind: "values" }>;

interface ValuesEditorProps {
  description: FieldDescription;
  translation: ValuesTranslation;
  onChange: (translation: ValuesTranslation) => void;
}

const REJECT = "\u0000reject";

/** "SUCCEED" in the file is "succeeded" here, value by value. */
export function ValuesEditor({ description, translation, onChange }: ValuesEditorProps) {
  const { values, otherwise } = translation;
  const first = description.choices?.[0]?.value ?? "";
  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">
        {Object.entries(values).map(([from, to]) => (
          <li
            key={from}
            className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-center gap-2"
          >
            <code className="truncate font-mono text-sm" title={from}>
              {from}
            </code>
            <span className="text-muted">is</span>
            <ValueControl
              description={description}
              label={`${from} is`}
              value={to}
              onChange={(value) => onChange({ ...translation, values: { ...values, [from]: value } })}
            />
            <IconButton
              label={`Remove ${from}`}
              size="sm"
              onClick={() => {
                const { [from]: _removed, ...others } = values;
                onChange({ ...translation, values: others });
              }}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <AddValue onAdd={(from) => onChange({ ...translation, values: { ...values, [from]: first } })} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted">Any other value</span>
        {description.choices ? (
          <Select
            aria-label="Any other value"
            className="w-52"
            value={otherwise ?? REJECT}
            options={[
              { value: REJECT, label: "rejects the line" },
              ...description.choices.map((choice) => ({ value: choice.value, label: `is ${choice.label}` })),
            ]}
            onValueChange={(value) =>
              onChange({ ...translation, otherwise: value === REJECT ? null : value })
            }
          />
        ) : (
          <Input
            aria-label="Any other value is"
            className="w-52"
            placeholder="rejects the line"
            value={otherwise ?? ""}
            onChange={(event) =>
              onChange({ ...translation, otherwise: event.target.value === "" ? null : event.target.value })
            }
          />
        )}
      </div>
    </div>
  );
}

function AddValue({ onAdd }: { onAdd: (from: string) => void }) {
  const [text, setText] = useState("");
  function add(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === "") return;
    onAdd(text.trim());
    setText("");
  }
  return (
    <form className="flex gap-2" onSubmit={add}>
      <Input
        aria-label="Another value in the file"
        placeholder="Another value in the file"
        className="max-w-52"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">
        <Plus aria-hidden /> Add
      </Button>
    </form>
  );
}
