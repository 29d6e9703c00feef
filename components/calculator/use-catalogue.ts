"use client";

import { useEffect, useMemo, useState } from "react";
import { buildPriceBook, type PriceBook, type RateCard } from "@/lib/pricing";
import { loadCatalogue } from "./load-catalogue";

/** The cards that the first paint needs came with the page; the rest of the catalogue follows. */
export function useCatalogue(first: readonly RateCard[]): { cards: readonly RateCard[]; book: PriceBook } {
  const [cards, setCards] = useState(first);
  useEffect(() => {
    let isGone = false;
    // Without the rest, the models of the first paint stay the only ones to choose from.
    loadCatalogue().then(
      (all) => !isGone && setCards(all),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  const book = useMemo(() => buildPriceBook(cards), [cards]);
  return { cards, book };
}
