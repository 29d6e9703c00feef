"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { messageOf } from "@/lib/client/api-error";
import { removalImpactQuery } from "@/lib/client/price-queries";
import type { RateCard } from "@/lib/pricing";
import { ImpactPanel } from "./impact-panel";

interface RemovePriceProps {
  workspace: string;
  card: RateCard;
  onDelete: (card: RateCard) => void;
}

/** Removing a price in two steps: first what it would change, then the removal. */
export function RemovePrice({ workspace, card, onDelete }: RemovePriceProps) {
  const [isAsked, setIsAsked] = useState(false);
  const { data, error } = useQuery({ ...removalImpactQuery(workspace, card.id), enabled: isAsked });
  return (
    <div className="grid justify-items-stretch gap-3 border-t border-hair pt-4">
      <p className="text-sm text-muted">
        A price changes by adding one that is valid from a later date. One that nothing was rated with can be
        removed.
      </p>
      {isAsked && <ImpactPanel impact={data} problem={error ? messageOf(error) : null} isStale={false} />}
      {data?.inUse != null ? (
        <p className="text-sm">It has to stay. {data.inUse}</p>
      ) : (
        <Button
          variant="danger-quiet"
          size="sm"
          className="justify-self-start"
          disabled={isAsked && !data}
          onClick={() => (isAsked ? onDelete(card) : setIsAsked(true))}
        >
          <Trash2 aria-hidden /> {isAsked ? "Remove it for good" : "Remove this price"}
        </Button>
      )}
    </div>
  );
}
