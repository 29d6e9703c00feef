import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";
import {
  costBasisSchema,
  outcomeSchema,
  purposeSchema,
  stageSchema,
  unpricedReasonSchema,
} from "@/lib/contracts/values";
import { USAGE_DIMENSIONS } from "@/lib/contracts/usage";
import { parseAsDate } from "./date-parser";

/** The filters of a call list in an address: anything that is not understood counts as not given. */
export const usageFilterParsers = {
  workflow: parseAsString,
  stage: parseAsStringLiteral([...stageSchema.options, "none"]),
  purpose: parseAsStringLiteral(purposeSchema.options),
  provider: parseAsString,
  model: parseAsString,
  size: parseAsString,
  quality: parseAsString,
  outcome: parseAsStringLiteral(outcomeSchema.options),
  costBasis: parseAsStringLiteral(costBasisSchema.options),
  unpricedReason: parseAsStringLiteral([...unpricedReasonSchema.options, "none"]),
};

export const usageSearchParsers = {
  ...usageFilterParsers,
  range: parseAsString,
  from: parseAsDate,
  to: parseAsDate,
  groupBy: parseAsStringLiteral([...USAGE_DIMENSIONS, "none"]).withDefault("workflow"),
  interval: parseAsStringLiteral(["day", "month"]),
};

export const loadUsageSearch = createLoader(usageSearchParsers);
