import "server-only";
import type { RateCardBody } from "@/lib/contracts/prices";
import { addDays, formatDate } from "@/lib/time";
import { RequestError } from "@/lib/server/http/request-error";
import { nextStart } from "./end-earlier-cards";

interface StoredSpan {
  id: string;
  provider: string;
  model: string;
  name: string;
  validFrom: string;
  /** As it was entered: null for an open-ended price. */
  validTo: string | null;
}

type PlacedBody = Pick<RateCardBody, "provider" | "model" | "validFrom" | "validTo">;

export interface PlacedCard {
  validTo: string | null;
  /** The open-ended price that ends where this one begins. */
  endsEarlier: { id: string; name: string; validFrom: string } | null;
}

/**
 * Where a price would stand among those that a workspace has of the same provider and model. One that begins on the day
 * of another is refused, as are two that state days in common; an open end gives way to whatever begins later.
 */
export function placeCard(own: readonly StoredSpan[], body: PlacedBody): PlacedCard {
  const { provider, model, validFrom } = body;
  const siblings = own.filter((card) => card.provider === provider && card.model === model);
  if (siblings.some((card) => card.validFrom === validFrom)) {
    const message = `There is a price for ${model} at ${provider} from ${formatDate(validFrom)} already`;
    throw new RequestError("already_exists", `${message}. Choose another date, or remove that price first.`, [
      { path: "validFrom", message },
    ]);
  }
  const earlier = siblings.filter((card) => card.validFrom < validFrom);
  const running = earlier.find(({ validTo }) => validTo !== null && validTo > validFrom);
  if (running?.validTo != null) {
    throw overlap(
      "validFrom",
      `“${running.name}” is valid until ${formatDate(addDays(running.validTo, -1))}, so this one cannot begin before the next day`,
    );
  }
  const next = nextStart(siblings, body);
  if (next !== null && body.validTo != null && body.validTo > next) {
    throw overlap(
      "validTo",
      `Another price begins on ${formatDate(next)}, so this one must end on the day before at the latest`,
    );
  }
  const last = earlier.find((card) => earlier.every((other) => other.validFrom <= card.validFrom));
  return {
    validTo: body.validTo ?? next,
    endsEarlier: last?.validTo === null ? { id: last.id, name: last.name, validFrom: last.validFrom } : null,
  };
}

function overlap(path: string, message: string): RequestError {
  return new RequestError("overlapping_dates", `${message}.`, [{ path, message }]);
}
