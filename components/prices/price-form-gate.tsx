"use client";

import dynamic from "next/dynamic";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Dialog } from "@/components/ui/dialog";
import { formOfCard } from "./form/form-of-card";
import { emptyPriceForm, type PricedCard } from "./form/price-form-values";
import type { PriceFormState } from "./use-price-form";

const PriceFormDialog = dynamic(
  () => import("./form/price-form-dialog").then((module) => module.PriceFormDialog),
  { ssr: false },
);

interface PriceFormGateProps {
  form: PriceFormState;
  cards: readonly PricedCard[];
  today: string;
}

/** The form for a price while the address asks for it, filled in as it says. */
export function PriceFormGate({ form, cards, today }: PriceFormGateProps) {
  const { slug } = useWorkspace();
  const { wanted, isOpen, close } = form;
  const basedOn = cards.find((card) => card.id === wanted.base) ?? null;
  return (
    <Dialog open={isOpen} onOpenChange={(next) => !next && close()}>
      {isOpen && (
        <PriceFormDialog
          workspace={slug}
          cards={cards}
          initial={basedOn ? formOfCard(basedOn, today, wanted.from) : emptyPriceForm(today, wanted)}
          basedOn={basedOn}
          today={today}
          onClose={close}
        />
      )}
    </Dialog>
  );
}
