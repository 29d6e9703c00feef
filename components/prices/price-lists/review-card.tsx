"use client";

import { useId, useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { notify } from "@/components/ui/toast";
import { ApiError, messageOf } from "@/lib/client/api-error";
import { useApplyPriceList } from "@/lib/client/price-list-mutations";
import type { PriceListBody, PriceListPreview } from "@/lib/contracts/price-lists";
import { formatDate } from "@/lib/time";
import { ChangeTable } from "./change-table";
import { findChanges, plural, type ChangeGroup } from "./list-words";
import { UnreadTable } from "./unread-table";
import { useTakeBack } from "./use-take-back";

interface ReviewCardProps {
  body: PriceListBody;
  preview: PriceListPreview;
  onClose: () => void;
}

/** What a list would change, to choose from. Nothing is used before the button is pressed. */
export function ReviewCard({ body, preview, onClose }: ReviewCardProps) {
  const titleId = useId();
  const { slug } = useWorkspace();
  const apply = useApplyPriceList(slug);
  const { takeBack } = useTakeBack(slug);
  const [view, setView] = useState<ChangeGroup | "unread">(() => firstView(preview));
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const count = (group: ChangeGroup) => preview.changes.filter(({ status }) => status === group).length;
  const shown = view === "unread" ? [] : findChanges(preview.changes, view, typed);
  const clashes = clashesOf(apply.error, [...chosen]);
  const day = formatDate(body.validFrom);

  function use() {
    apply.mutate(
      { ...body, chosen: [...chosen] },
      {
        onSuccess: (list) => {
          notify({
            message:
              list.usedCards === 0
                ? `The list ${list.name} is kept for comparing.`
                : `${plural(list.usedCards, "price", "prices")} of ${list.name} ${list.usedCards === 1 ? "holds" : "hold"} from ${day}.`,
            onUndo: () => void takeBack(list),
          });
          onClose();
        },
      },
    );
  }

  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        titleId={titleId}
        title={`What ${body.name} would change from ${day}`}
        description={summary(preview)}
        actions={<Button onClick={onClose}>Another list</Button>}
      />
      <div className="flex flex-wrap items-center gap-2 px-4 pt-3">
        <SegmentedControl
          label="Which rows"
          value={view}
          onValueChange={setView}
          options={[
            { value: "changed", label: `Changed ${count("changed")}` },
            { value: "added", label: `New ${count("added")}` },
            { value: "same", label: `Same ${count("same")}` },
            { value: "unread", label: `Unread ${preview.unread.length}` },
          ]}
        />
        {view !== "unread" && (
          <Input
            type="search"
            aria-label="Search by provider or model"
            placeholder="Search by provider or model"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="sm:max-w-64"
          />
        )}
      </div>
      {view === "unread" ? (
        <UnreadTable rows={preview.unread} />
      ) : (
        <ChangeTable
          key={view}
          group={view}
          changes={shown}
          isSearching={typed.trim() !== ""}
          chosen={chosen}
          clashes={clashes}
          onChoose={setChosen}
        />
      )}
      {preview.missing.length > 0 && view === "same" && (
        <p className="px-4 pb-3 text-sm text-muted">
          {plural(preview.missing.length, "price", "prices")} in force of these providers{" "}
          {preview.missing.length === 1 ? "is" : "are"} not in the list and{" "}
          {preview.missing.length === 1 ? "stays" : "stay"} as{" "}
          {preview.missing.length === 1 ? "it is" : "they are"}.
        </p>
      )}
      {apply.error && (
        <div className="px-4 pb-3">
          <FieldError>{messageOf(apply.error)}</FieldError>
        </div>
      )}
      {apply.isPending && <ProgressBar label="Using the prices" value={null} className="mx-4 mb-3" />}
      <CardFooter className="justify-between">
        <span aria-live="polite">
          {chosen.size === 0
            ? "Nothing is chosen: the list can be kept for comparing alone."
            : `${plural(chosen.size, "price", "prices")} chosen. ${chosen.size === 1 ? "It becomes" : "They become"} your own and ${chosen.size === 1 ? "wins" : "win"} over the catalogue.`}
        </span>
        <Button
          variant={chosen.size === 0 ? "secondary" : "primary"}
          onClick={use}
          isPending={apply.isPending}
        >
          {chosen.size === 0
            ? "Keep for comparing"
            : `Use ${plural(chosen.size, "price", "prices")} from ${day}`}
        </Button>
      </CardFooter>
    </Card>
  );
}

function firstView({ changes, unread }: PriceListPreview): ChangeGroup | "unread" {
  const has = (group: ChangeGroup) => changes.some(({ status }) => status === group);
  if (has("changed")) return "changed";
  if (has("added")) return "added";
  return changes.length === 0 && unread.length > 0 ? "unread" : "same";
}

function summary({ format, readRows, otherRows, changes, unread }: PriceListPreview): string {
  const others =
    otherRows === 0 ? "" : ` ${plural(otherRows, "row", "rows")} about other models passed over.`;
  return `${format === "litellm" ? "LiteLLM’s" : "Portkey’s"} format: ${plural(readRows, "row", "rows")} read into ${plural(changes.length, "price", "prices")}, ${unread.length.toLocaleString("en-US")} not read.${others}`;
}

/** What the server said of single prices, by their id. */
function clashesOf(error: unknown, sent: readonly string[]): ReadonlyMap<string, string> {
  const fields = error instanceof ApiError ? error.fields : [];
  return new Map(
    fields.flatMap(({ path, message }) => {
      const id = sent[Number(/^chosen\.(\d+)$/.exec(path)?.[1] ?? -1)];
      return id === undefined ? [] : [[id, message] as const];
    }),
  );
}
