"use client";

import { useId, useState } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { RadioCards } from "@/components/ui/radio-cards";
import type { Import, ImportPreview, OfferedMapping } from "@/lib/contracts/imports";
import { type ImportMapping, mappingProblems } from "@/lib/imports";
import { listTimeZones } from "@/lib/time";
import { changeRule } from "./change-rule";
import { ConditionsList } from "./conditions-list";
import { FieldRow } from "./field-row";
import { FIELD_GROUPS } from "./import-fields";
import { PreviewCard } from "./preview-card";
import { RecognitionCard } from "./recognition-card";
import { StartCard } from "./start-card";
import { TagsEditor } from "./tags-editor";

interface MappingEditorProps {
  inspected: Import;
  /** What to begin with; without it the likeliest of the offered ones. */
  begun: ImportMapping | null;
  offered: readonly [OfferedMapping, ...OfferedMapping[]];
  raw: ImportPreview["raw"];
}

/** Which column of the file is which field of a call, with the first lines beside it as they will be read. */
export function MappingEditor({ inspected, begun, offered, raw }: MappingEditorProps) {
  const [chosenId, setChosenId] = useState(offered[0].id);
  const [mapping, setMapping] = useState(begun ?? offered[0].mapping);
  const { columns, format, delimiter } = inspected;
  const problems = mappingProblems(
    mapping,
    format === "csv" ? { format, columns, delimiter: delimiter ?? "," } : { format, columns },
  );
  const problemOf = (path: string) => problems.find((problem) => problem.path === path)?.message;
  return (
    <div className="grid grid-cols-1 items-start gap-3.5 xl:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
      <div className="grid grid-cols-1 gap-3.5">
        {FIELD_GROUPS.map((group) => (
          <FieldGroupCard key={group.name} name={group.name}>
            {group.fields.map((description) => (
              <FieldRow
                key={description.field}
                description={description}
                rule={mapping.fields[description.field]}
                columns={columns}
                raw={raw}
                problem={problemOf(`mapping.fields.${description.field}`)}
                onChange={(change) => setMapping((current) => changeRule(current, description.field, change))}
              />
            ))}
          </FieldGroupCard>
        ))}
        <RemainingCard mapping={mapping} columns={columns} onChange={setMapping} />
      </div>
      <div className="grid grid-cols-1 gap-3.5 max-xl:order-first xl:sticky xl:top-4">
        <RecognitionCard
          inspected={inspected}
          offered={offered}
          chosenId={chosenId}
          mapping={mapping}
          onChoose={(offer) => {
            setChosenId(offer.id);
            setMapping(offer.mapping);
          }}
        />
        <StartCard
          inspected={inspected}
          mapping={mapping}
          problems={problems.map(({ message }) => message)}
        />
        <PreviewCard
          importId={inspected.id}
          mapping={mapping}
          isUsable={problems.length === 0}
          raw={raw}
          columns={columns}
        />
      </div>
    </div>
  );
}

function FieldGroupCard({ name, children }: { name: string; children: React.ReactNode }) {
  const titleId = useId();
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title={name} className="pb-2.5" />
      <ul>{children}</ul>
    </Card>
  );
}

interface RemainingCardProps {
  mapping: ImportMapping;
  columns: readonly string[];
  onChange: (mapping: ImportMapping) => void;
}

/** What concerns the lines as a whole: tags, times without an offset, and lines that repeat another. */
function RemainingCard({ mapping, columns, onChange }: RemainingCardProps) {
  const titleId = useId();
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader titleId={titleId} title="The rest" />
      <div className="grid gap-5 p-4">
        {mapping.only && mapping.only.length > 0 && (
          <Field label="Lines that are read" hint="Lines for which one of these does not hold are left out.">
            <ConditionsList conditions={mapping.only} onChange={(only) => onChange({ ...mapping, only })} />
          </Field>
        )}
        <Field label="Tags" hint="Kept with each call under a name of your own.">
          <TagsEditor
            tags={mapping.tags}
            columns={columns}
            onChange={(tags) => onChange({ ...mapping, tags })}
          />
        </Field>
        <Field label="Time zone of the file" hint="For times that carry no offset of their own.">
          <Combobox
            className="max-w-64"
            value={mapping.timeZone}
            searchPlaceholder="Search a city or zone"
            emptyText="No time zone is called that"
            options={listTimeZones().map((zone) => ({
              value: zone,
              label: zone,
              keywords: zone.replaceAll("_", " ").split("/"),
            }))}
            onValueChange={(timeZone) => onChange({ ...mapping, timeZone })}
          />
        </Field>
        {mapping.fields.id === undefined && (
          <Field
            label="Lines that repeat another to the letter"
            hint="The file gives no id, so the line is all there is to tell calls apart. Importing it again adds nothing either way."
          >
            <RadioCards
              className="sm:grid-cols-2"
              value={mapping.repeats}
              onValueChange={(repeats) => onChange({ ...mapping, repeats })}
              options={[
                { value: "count_once", title: "One call", description: "The log wrote it twice." },
                {
                  value: "count_each",
                  title: "A call each",
                  description: "They were made at the same moment.",
                },
              ]}
            />
          </Field>
        )}
      </div>
    </Card>
  );
}
