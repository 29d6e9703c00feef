import type { FileSample } from "./file-sample";
import { fieldRules, inSmallLetters, presentTags, type Preset } from "./preset";

/** Under which names a FOCUS file carries the request that a charge is for; the specification itself has none. */
const REQUEST_IDS = ["x_RequestId", "x_RequestID", "x_CallId", "x_CallID", "x_request_id", "x_call_id"];

/**
 * Charges in the FOCUS format, 1.0 to 1.2. Its rows are charges of a period, and most often sums of many requests: a row
 * is one call only where it names the one request that it is for, and no other row does. Everything else is refused.
 * https://focus.finops.org/focus-specification/
 */
export const focus: Preset = {
  id: "focus",
  name: "FOCUS charges",
  read: (sample) => {
    if (!sample.names("BilledCost", "ChargeCategory", "ChargePeriodStart")) return null;
    const inDetails = (name: string) => sample.first(`x_${name}`, `SkuPriceDetails.x_${name}`);
    const id = sample.first(
      ...REQUEST_IDS,
      ...REQUEST_IDS.map((name) => `SkuPriceDetails.${name}`),
      ...REQUEST_IDS.map((name) => `Tags.${name}`),
    );
    if (id === undefined) return { refusal: SUMS };
    const ids = sample.valuesOf(id);
    if (new Set(ids).size !== ids.length) return { refusal: `${SEVERAL} (“${id}” repeats)` };
    const model = inDetails("Model");
    if (model === undefined) return { refusal: NO_MODEL };
    const provider = sample.first("ServiceProviderName", "ProviderName", "PublisherName");
    const areImages = sample.spellingsOf("ConsumedUnit").every((unit) => /^images?$/i.test(unit));
    return {
      timeZone: "UTC",
      only: [
        { column: "ChargeCategory", is: "one_of", values: ["usage"] },
        { column: "BillingCurrency", is: "one_of", values: ["usd"] },
        // A correction changes an earlier charge and is no request of its own.
        { column: "ChargeClass", is: "one_of", values: ["", "null"] },
      ],
      fields: fieldRules({
        id,
        occurredAt: "ChargePeriodStart",
        model,
        provider: {
          column: provider,
          translate: provider ? inSmallLetters(sample.spellingsOf(provider)) : null,
        },
        n: areImages && sample.has("ConsumedQuantity") ? "ConsumedQuantity" : undefined,
        size: inDetails("Size"),
        quality: inDetails("Quality"),
        chargedUsd: "BilledCost",
      }),
      tags: presentTags({ project: sample.first("SubAccountName", "SubAccountId"), ...tagsOf(sample) }),
      repeats: "count_once",
    };
  },
};

const SUMS =
  "This is a FOCUS cost file whose rows do not name requests. Each of them may sum up many, so none can be taken for a call. Rows that carry the id of their request as x_RequestId can be imported";
const SEVERAL =
  "This is a FOCUS cost file with several charges for one request, such as one for each kind of token. A row is then a part of a call and not a call";
const NO_MODEL =
  "This is a FOCUS cost file that does not say which model a charge is for. Add it as x_Model, or to SkuPriceDetails";

const MAX_TAGS = 10;

function tagsOf(sample: FileSample): Record<string, string> {
  const names = sample.membersOf("Tags").filter((name) => !REQUEST_IDS.includes(name));
  return Object.fromEntries(names.slice(0, MAX_TAGS).map((name) => [name.slice(0, 64), `Tags.${name}`]));
}
