import "server-only";
import type { BillingRule } from "@/lib/calls";
import { deriveCall } from "@/lib/derivations";
import { buildPriceBook, explainCall as priceParts } from "@/lib/pricing";
import { loadBillingRules } from "@/lib/server/billing-rules/load-billing-rules";
import { decideCall, type CallDecision } from "@/lib/server/calls/decide-call";
import { readStoredCall, STORED_CALL_COLUMNS, type StoredCallRow } from "@/lib/server/calls/stored-call";
import { RequestError } from "@/lib/server/http/request-error";
import { findKeptFrom, keptFrom, noSuchCall } from "@/lib/server/usage/kept-calls";
import type { Explained, Explaining } from "./explaining";
import { loadProviderCards } from "./load-cards";

/** How one logged call came by its cost: one row, read by its key. */
export async function explainCall({ tx, workspace }: Explaining, callId: string): Promise<Explained> {
  const [row] = await tx.$queryRaw<StoredCallRow[]>`
    SELECT ${STORED_CALL_COLUMNS} FROM call AS logged
    WHERE logged.workspace_id = ${workspace.id} AND logged.id = ${callId}
      AND logged.local_date >= ${keptFrom(workspace.id)}`;
  if (row === undefined) {
    throw new RequestError("not_found", noSuchCall(await findKeptFrom(tx, workspace.id)));
  }

  const { id, facts, decision } = readStoredCall(row);
  const cards = await loadProviderCards(tx, facts.provider);
  const card = cards.find((each) => each.id === decision.rateCardId) ?? null;
  const billingRules = await loadBillingRules(tx, workspace.id);
  const { size, quality, billed } = decision;
  const call = { ...facts, size, quality, requestedQuality: facts.quality, billed };
  return deriveCall({
    id,
    call,
    stored: priceOf(decision),
    findings: {
      requestedSize: facts.size,
      requestedQuality: facts.quality,
      pictureBasis: decision.pictureBasis,
      billedBasis: decision.billedBasis,
      billingRule: ruleSentence(billingRules.find((rule) => rule.id === decision.billingRuleId)),
      outcome: facts.outcome,
      httpStatus: facts.httpStatus,
      errorCode: facts.errorCode,
    },
    // A price that was entered since may have ended the card before the call; it was priced with it all the same.
    explained: priceParts(buildPriceBook(card === null ? [] : [{ ...card, validTo: null }]), call),
    today: priceOf(decideCall({ book: buildPriceBook(cards), billingRules }, facts)),
    card,
  });
}

function priceOf({ costBasis, costNanoUsd, boundLowNanoUsd, boundHighNanoUsd, rateCardId }: CallDecision) {
  return { basis: costBasis, costNanoUsd, boundLowNanoUsd, boundHighNanoUsd, rateCardId };
}

function ruleSentence(rule: BillingRule | undefined): string | null {
  if (rule === undefined) return null;
  const source = rule.sourceUrl === null ? "" : ` ${rule.sourceUrl}`;
  return `by the rule: ${rule.note ?? rule.verdict.replace("_", " ")}${source}`;
}
