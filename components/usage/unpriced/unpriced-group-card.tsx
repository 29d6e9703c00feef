"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useId } from "react";
import { UNPRICED_REASON_WORDS } from "@/components/layout/call-words";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useCreateRepricing } from "@/lib/client/repricing-mutations";
import { usageHref } from "@/lib/client/usage-href";
import type { UnpricedGroup } from "@/lib/contracts/usage";
import { oneValue } from "@/lib/contracts/value-list";
import { formatDateRange } from "@/lib/time/format-range";

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString("en-US")} ${value === 1 ? one : many}`;

/** Calls of one model that have no price for one reason, and the step that gives them one. */
export function UnpricedGroupCard({ group }: { group: UnpricedGroup }) {
  const titleId = useId();
  const { slug } = useWorkspace();
  const { provider, model, reason, firstDate, lastDate, closedCalls, droppedCalls } = group;
  return (
    <Card
      aria-labelledby={titleId}
      className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4 p-4"
    >
      <div className="grid max-w-2xl min-w-0 flex-1 basis-80 gap-2">
        <h2 id={titleId} className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {model} <span className="font-normal text-muted">{provider}</span>
          <Badge>{UNPRICED_REASON_WORDS[reason]}</Badge>
        </h2>
        <p>{group.advice}</p>
        <p className="text-sm text-muted">
          <Link
            href={usageHref(
              slug,
              { provider: oneValue(provider), model: oneValue(model), unpricedReason: reason },
              "all",
            )}
            className="rounded-sm underline decoration-faint underline-offset-2 hover:text-ink"
          >
            {count(group.calls, "call", "calls")}
          </Link>{" "}
          for {count(group.imagesRequested, "image", "images")}, {formatDateRange(firstDate, lastDate)}
          {closedCalls > 0 && ` · ${closedCalls.toLocaleString("en-US")} in closed months, left as is`}
          {droppedCalls > 0 && ` · ${droppedCalls.toLocaleString("en-US")} dropped, left as is`}
        </p>
      </div>
      <div className="grid justify-items-start gap-3 sm:justify-items-end">
        <p className="text-sm text-muted sm:text-right">
          <Bounds group={group} />
        </p>
        <Actions group={group} />
      </div>
    </Card>
  );
}

function Bounds({ group }: { group: UnpricedGroup }) {
  const { calls, unboundedCalls, boundLowNanoUsd, boundHighNanoUsd } = group;
  if (unboundedCalls === calls) return "Nothing bounds what they cost";
  return (
    <>
      Between <Amount nanoUsd={boundLowNanoUsd} className="font-medium text-ink" /> and{" "}
      <Amount nanoUsd={boundHighNanoUsd} className="font-medium text-ink" />
      {unboundedCalls > 0 && `, and ${count(unboundedCalls, "call", "calls")} without a bound`}
    </>
  );
}

function Actions({ group }: { group: UnpricedGroup }) {
  const { slug } = useWorkspace();
  const router = useRouter();
  const mayEdit = useAllows("editPrices");
  const create = useCreateRepricing(slug);
  const { provider, model, firstDate, lastDate, priceFrom, action } = group;
  const addSearch = new URLSearchParams({ add: "1", provider, model, from: priceFrom });
  if (action === "none") return null;
  if (!mayEdit) return <p className="text-sm text-muted">Owners, admins and finance may price them.</p>;

  function price() {
    create.mutate(
      { from: firstDate, to: lastDate, provider, model, onlyUnpriced: true },
      {
        onSuccess: ({ id }) => router.push(`/w/${slug}/prices/repricing?id=${id}`),
        onError: (error) => notifyError("The calls were not tried", messageOf(error)),
      },
    );
  }

  return (
    <div className="flex flex-wrap gap-2">
      {action === "set_billing_rule" ? (
        <Button asChild variant="primary">
          <Link href={`/w/${slug}/settings/billing-rules`}>State a rule</Link>
        </Button>
      ) : (
        <Button asChild variant={action === "add_price" ? "primary" : "secondary"}>
          <Link href={`/w/${slug}/prices?${addSearch.toString()}`}>Add a price</Link>
        </Button>
      )}
      <Button
        variant={action === "price_again" ? "primary" : "secondary"}
        isPending={create.isPending || create.isSuccess}
        onClick={price}
      >
        Price them
      </Button>
    </div>
  );
}
