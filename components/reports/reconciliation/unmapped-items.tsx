"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Amount } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useUpdateConnector } from "@/lib/client/connector-mutations";
import { connectorsQuery } from "@/lib/client/connector-queries";
import type { Reconciliation } from "@/lib/contracts/reconciliation";

type Unmapped = Reconciliation["unmapped"][number];

/** Line items of a bill of which nobody has said what they are about. They are in no comparison until somebody does. */
export function UnmappedItems({ reconciliation: { unmapped } }: { reconciliation: Reconciliation }) {
  const mayManage = useAllows("manageConnectors");
  return (
    <Card className="overflow-hidden">
      <Table label="Line items that are not mapped">
        <TableHead>
          <TableRow>
            <TableHeader>Line items that are not mapped, and in no comparison</TableHeader>
            <TableHeader align="end">Billed</TableHeader>
            {mayManage && <TableHeader>What it is</TableHeader>}
          </TableRow>
        </TableHead>
        <TableBody>
          {unmapped.map((item) => (
            <TableRow key={`${item.connectorId} ${item.lineItem}`}>
              <TableRowHeader>{item.lineItem ?? "Without a line item"}</TableRowHeader>
              <TableCell align="end">
                <Amount nanoUsd={item.amountNanoUsd} />
              </TableCell>
              {mayManage && (
                <TableCell>
                  {item.lineItem !== null && <Mapping item={item} lineItem={item.lineItem} />}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function Mapping({ item, lineItem }: { item: Unmapped; lineItem: string }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(connectorsQuery(slug));
  const update = useUpdateConnector(slug, item.connectorId);
  const [model, setModel] = useState("");
  const connector = data?.items.find(({ id }) => id === item.connectorId);
  const say = (named: string | null) =>
    connector &&
    update.mutate(
      { lineItemRules: [...connector.lineItemRules, { contains: lineItem.slice(0, 200), model: named }] },
      { onError: (error) => notifyError("The rule was not saved", messageOf(error)) },
    );
  return (
    <form
      className="flex flex-wrap items-center gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (model.trim() !== "") say(model.trim());
      }}
    >
      <Input
        aria-label={`Model of ${lineItem}`}
        placeholder="Model, as calls name it"
        className="w-48"
        value={model}
        onChange={(event) => setModel(event.target.value)}
      />
      <Button
        type="submit"
        size="sm"
        disabled={model.trim() === "" || !connector}
        isPending={update.isPending}
      >
        Map
      </Button>
      <Button
        size="sm"
        variant="ghost"
        disabled={!connector}
        isPending={update.isPending}
        onClick={() => say(null)}
      >
        Not about images
      </Button>
    </form>
  );
}
