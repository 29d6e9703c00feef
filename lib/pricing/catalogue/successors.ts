/** What a provider names as the successors of a model that ends. */
export interface SuccessorFact {
  model: string;
  successors: readonly string[];
  sourceUrl: string;
  checkedOn: string;
}

const DEPRECATIONS = "https://developers.openai.com/api/docs/deprecations";
const CHECKED_ON = "2026-11-23";
const NEWEST = ["gpt-image-2.6-sunburst", "gpt-image-2.6-flare"];

/** The statements of OpenAI, whose models gateways offer under the same names. */
export const SUCCESSORS: readonly SuccessorFact[] = [
  {
    model: "gpt-image-1",
    successors: ["gpt-image-2.5-sunburst"],
    sourceUrl: "https://developers.openai.com/ja-JP/api/docs/models/gpt-image-1",
    checkedOn: CHECKED_ON,
  },
  { model: "gpt-image-1.5", successors: NEWEST, sourceUrl: DEPRECATIONS, checkedOn: CHECKED_ON },
  { model: "gpt-image-1-mini", successors: NEWEST, sourceUrl: DEPRECATIONS, checkedOn: CHECKED_ON },
  { model: "chatgpt-image-latest", successors: NEWEST, sourceUrl: DEPRECATIONS, checkedOn: CHECKED_ON },
];

/** Their pictures cannot be priced beforehand; of the models that can, this one is nearest to them. */
export const NEAREST_ESTIMABLE_MODEL = "gpt-image-2";
