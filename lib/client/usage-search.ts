import {
  createLoader,
  createParser,
  createSerializer,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { callFilterSchema } from "@/lib/contracts/calls";
import { type UsageGrouping, usageGroupingSchema } from "@/lib/contracts/usage";
import { MEASURES } from "@/lib/usage";
import { parseAsDate } from "./date-parser";

const { from: _from, to: _to, ...FILTER_SCHEMAS } = callFilterSchema.shape;

function parseAsFilter(name: keyof typeof FILTER_SCHEMAS) {
  return createParser({
    parse: (text: string) => FILTER_SCHEMAS[name].safeParse(text).data ?? null,
    serialize: (text: string) => text,
  });
}

/** The filters of a call list in an address: anything that is not understood counts as not given. */
export const usageFilterParsers = {
  workflow: parseAsFilter("workflow"),
  stage: parseAsFilter("stage"),
  purpose: parseAsFilter("purpose"),
  provider: parseAsFilter("provider"),
  model: parseAsFilter("model"),
  operation: parseAsFilter("operation"),
  size: parseAsFilter("size"),
  quality: parseAsFilter("quality"),
  outcome: parseAsFilter("outcome"),
  batch: parseAsFilter("batch"),
  retry: parseAsFilter("retry"),
  costBasis: parseAsFilter("costBasis"),
  unpricedReason: parseAsFilter("unpricedReason"),
  tag: parseAsFilter("tag"),
};

const parseAsGrouping = createParser({
  parse: (text: string) => usageGroupingSchema.safeParse(text).data ?? null,
  serialize: (grouping: UsageGrouping) => grouping,
});

const parseAsGroupingOrNone = createParser<UsageGrouping | "none">({
  parse: (text) => (text === "none" ? text : parseAsGrouping.parse(text)),
  serialize: (grouping) => grouping,
});

export const usageSearchParsers = {
  ...usageFilterParsers,
  range: parseAsString,
  from: parseAsDate,
  to: parseAsDate,
  groupBy: parseAsGroupingOrNone.withDefault("workflow"),
  thenBy: parseAsGrouping,
  interval: parseAsStringLiteral(["day", "week", "month"]),
  measure: parseAsStringLiteral(MEASURES).withDefault("cost"),
  cumulative: parseAsBoolean.withDefault(false),
  compare: parseAsStringLiteral(["previous"]),
};

/** A page's address after its path, "" or from the question mark on, in one way for one question. */
export const serializeUsageSearch = createSerializer(usageSearchParsers);

export const loadUsageSearch = createLoader(usageSearchParsers);
