"use client";

import { Trash2 } from "lucide-react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Card } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useDeleteMapping, useSaveMapping } from "@/lib/client/import-mapping-mutations";
import type { Import, OfferedMapping } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";
import { SaveMappingButton } from "./save-mapping-button";

interface RecognitionCardProps {
  inspected: Import;
  offered: readonly OfferedMapping[];
  /** The one that the mapping began as. */
  chosenId: string;
  mapping: ImportMapping;
  onChoose: (offer: OfferedMapping) => void;
}

/** As what the file was recognised, with the other ways to read it, and the way to keep this one for the next file. */
export function RecognitionCard({ inspected, offered, chosenId, mapping, onChoose }: RecognitionCardProps) {
  const { slug } = useWorkspace();
  const save = useSaveMapping(slug);
  const forget = useDeleteMapping(slug);
  const chosen = offered.find(({ id }) => id === chosenId);
  return (
    <Card className="flex flex-wrap items-center justify-between gap-3 p-4">
      <div className="grid min-w-0 grow gap-1.5">
        <p className="font-semibold">{headline(chosen)}</p>
        <div className="flex items-center gap-1.5">
          {offered.length > 1 ? (
            <Select
              aria-label="Read the file as"
              className="w-full max-w-72"
              value={chosenId}
              options={offered.map(({ id, kind, name }) => ({
                value: id,
                label: kind === "saved" ? `${name} (saved)` : capitalised(name),
              }))}
              onValueChange={(id) => {
                const offer = offered.find((each) => each.id === id);
                if (offer) onChoose(offer);
              }}
            />
          ) : (
            <p className="text-sm text-muted">Check the columns below; everything can be changed.</p>
          )}
          {chosen?.kind === "saved" && (
            <IconButton
              label={`Forget the mapping ${chosen.name}`}
              disabled={forget.isPending}
              onClick={() =>
                forget.mutate(chosen.id, {
                  onSuccess: () => {
                    const byNames = offered.find(({ kind }) => kind === "columns");
                    if (byNames) onChoose(byNames);
                    notify({
                      message: `${chosen.name} is forgotten`,
                      onUndo: () =>
                        save.mutate({
                          name: chosen.name,
                          columns: inspected.columns,
                          mapping: chosen.mapping,
                        }),
                    });
                  },
                })
              }
            >
              <Trash2 aria-hidden />
            </IconButton>
          )}
        </div>
      </div>
      <SaveMappingButton
        columns={inspected.columns}
        mapping={mapping}
        suggestedName={chosen?.kind === "saved" ? chosen.name : ""}
      />
    </Card>
  );
}

function headline(chosen: OfferedMapping | undefined): string {
  switch (chosen?.kind) {
    case "preset":
      return `Recognised as ${chosen.name}`;
    case "saved":
      return `Read by your mapping ${chosen.name}`;
    case "columns":
    case undefined:
      return "Read by the names of its columns";
  }
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
