/** Says of which model a bill's line item is, or that it is not about images. The first rule that applies counts. */
export interface LineItemRule {
  /** Found anywhere in the line item, whatever the case of its letters. */
  contains: string;
  /** Null: not about images. */
  model: string | null;
}

export type LineItemVerdict = { kind: "model"; model: string } | { kind: "ignored" } | { kind: "unmapped" };

/** The names of OpenAI's image models, the longer first, because some begin like others. */
const KNOWN_MODELS = [
  "chatgpt-image-latest",
  "gpt-image-1-mini",
  "gpt-image-1.5",
  "gpt-image-2",
  "gpt-image-1",
  "dall-e-3",
  "dall-e-2",
] as const;

/**
 * What a line item is about: by the first of the workspace's rules that applies, else by the name of a known image model
 * in it. How OpenAI words the line items of image models is not documented, so one that is not understood stays unmapped,
 * for somebody to say.
 */
export function mapLineItem(lineItem: string | null, rules: readonly LineItemRule[]): LineItemVerdict {
  if (lineItem === null) return { kind: "unmapped" };
  const text = lineItem.toLowerCase();
  const rule = rules.find(({ contains }) => text.includes(contains.toLowerCase()));
  if (rule) return rule.model === null ? { kind: "ignored" } : { kind: "model", model: rule.model };
  const model = KNOWN_MODELS.find((known) => text.includes(known));
  return model === undefined ? { kind: "unmapped" } : { kind: "model", model };
}
