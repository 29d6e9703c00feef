import type { FieldRule, ImportField, ImportMapping, RowCondition, Translation } from "../mapping";
import type { FileSample } from "./file-sample";

/** A kind of log that is known by its columns. */
export interface Preset {
  id: string;
  /** As people call it: "LiteLLM spend logs". */
  name: string;
  /**
   * How such a log is read; why it cannot be, where its rows are sums and no calls; null where the file is another kind
   * of log.
   */
  read: (sample: FileSample) => PresetMapping | { refusal: string } | null;
}

export type PresetMapping = Omit<ImportMapping, "timeZone"> & {
  /** The zone of times without an offset, where the kind of log settles it; else the workspace's. */
  timeZone?: string;
};

/** Where a field comes from: nothing, a column, or a column and what its values mean. */
type Source = string | undefined | { column: string | undefined; translate: Translation | null };

/** The rules for those fields whose column the file has. */
export function fieldRules(sources: Partial<Record<ImportField, Source>>): ImportMapping["fields"] {
  const rules: Partial<Record<ImportField, FieldRule>> = {};
  for (const [field, source] of Object.entries(sources) as [ImportField, Source][]) {
    const column = typeof source === "object" ? source.column : source;
    if (column === undefined) continue;
    rules[field] = { column, translate: typeof source === "object" ? source.translate : null, assumed: null };
  }
  return rules;
}

/** The tags whose column the file has. */
export function presentTags(tags: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** These words and no others: a row with another one is rejected, so that somebody looks at it. */
export function wordsOnly(values: Record<string, string>): Translation {
  return { kind: "values", values, otherwise: null };
}

/** Names as our prices spell them: OpenAI and OPENAI are openai. */
export function inSmallLetters(names: readonly string[]): Translation {
  return wordsOnly(Object.fromEntries(names.map((name) => [name, name.toLowerCase()])));
}

/** Parts of the names of models that make images, in small letters. */
const IMAGE_MODELS = [
  "image",
  "dall-e",
  "imagen",
  "flux",
  "stable-diffusion",
  "sdxl",
  "sd3",
  "ideogram",
  "recraft",
  "seedream",
  "midjourney",
  "nano-banana",
  "hidream",
  "kolors",
];

/** Logs of gateways hold chats as well; these are left out. */
export function imageModelsOnly(column: string): RowCondition {
  return { column, is: "containing", values: IMAGE_MODELS };
}
