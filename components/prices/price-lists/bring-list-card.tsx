"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field, FieldError } from "@/components/ui/field";
import { FileDrop } from "@/components/ui/file-drop";
import { Textarea } from "@/components/ui/input";
import type { PriceListBody, PriceListPreview } from "@/lib/contracts/price-lists";
import { ListDetailsForm } from "./list-details-form";

const LARGEST_BYTES = 5 * 1024 * 1024;

interface BroughtText {
  content: string;
  fileName: string | null;
}

export interface BringListCardProps {
  today: string;
  onPreview: (body: PriceListBody, preview: PriceListPreview) => void;
}

/** Takes the text of a price list, from a file or pasted, and what the person knows about it. */
export function BringListCard({ today, onPreview }: BringListCardProps) {
  const titleId = useId();
  const [brought, setBrought] = useState<BroughtText | null>(null);
  const [pasted, setPasted] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  async function take(file: File) {
    if (file.size > LARGEST_BYTES) {
      setProblem("The file is larger than 5 MB. Bring the rows of image models alone.");
      return;
    }
    setProblem(null);
    setBrought({ content: await file.text(), fileName: file.name });
  }

  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        titleId={titleId}
        title="Bring a price list"
        description="LiteLLM’s model_prices_and_context_window.json, or a pricing file of Portkey. You see what it changes before anything is used."
      />
      {brought ? (
        <ListDetailsForm
          content={brought.content}
          fileName={brought.fileName}
          today={today}
          onBack={() => setBrought(null)}
          onPreview={onPreview}
        />
      ) : (
        <div className="grid gap-4 p-4 md:grid-cols-2">
          <div className="grid content-start gap-2">
            <FileDrop
              accept=".json,application/json"
              title="Drop a JSON file here, or choose one"
              hint="Up to 5 MB. Rows about other models are passed over."
              onFile={(file) => void take(file)}
            />
            {problem !== null && <FieldError>{problem}</FieldError>}
          </div>
          <form
            className="grid content-start gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              if (pasted.trim() !== "") setBrought({ content: pasted, fileName: null });
            }}
          >
            <Field label="Or paste its text">
              <Textarea
                rows={5}
                value={pasted}
                onChange={(event) => setPasted(event.target.value)}
                placeholder='{ "recraft/recraftv3": { "litellm_provider": "recraft", … } }'
                spellCheck={false}
                className="font-mono text-sm"
              />
            </Field>
            <div>
              <Button type="submit" disabled={pasted.trim() === ""}>
                Go on with this text
              </Button>
            </div>
          </form>
        </div>
      )}
    </Card>
  );
}
