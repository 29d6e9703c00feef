import { ExternalLink } from "lucide-react";
import { type CitedCard, SOURCE_WORDS } from "@/lib/derivations";
import { formatDate } from "@/lib/time";

/** The rate cards behind an amount, each once: from when it is valid, on whose word, and when that was last looked up. */
export function ExplainCards({ cards }: { cards: readonly CitedCard[] }) {
  const cited = [...new Map(cards.map((card) => [card.id, card])).values()];
  if (cited.length === 0) return null;
  return (
    <ul aria-label="Rate cards" className="grid gap-2">
      {cited.map((card) => (
        <li key={card.id} className="rounded-card border bg-background px-3 py-2 text-sm">
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{card.name}</span>
            {card.sourceUrl !== null && (
              <a
                href={card.sourceUrl}
                target="_blank"
                rel="noreferrer"
                className="inline-flex shrink-0 items-center gap-1 rounded-sm text-accent hover:underline"
              >
                Source <ExternalLink aria-hidden className="size-3" />
              </a>
            )}
          </p>
          <p className="text-muted">
            {card.provider}, {card.model}
            {Number(card.multiplier) !== 1 && `, × ${card.multiplier}`}. Valid from{" "}
            {formatDate(card.validFrom)}
            {card.validTo !== null && ` until ${formatDate(card.validTo)}`}; {SOURCE_WORDS[card.sourceKind]},
            checked on {formatDate(card.checkedOn)}.
          </p>
        </li>
      ))}
    </ul>
  );
}
