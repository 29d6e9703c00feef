import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsBoolean,
  parseAsStringLiteral,
} from "nuqs/server";
import { PROMPT_UNITS } from "@/lib/calculator";
import { parseSize, type ImageSize } from "@/lib/pricing";
import { isDate } from "@/lib/time";
import { readCompareOptions, writeCompareOptions } from "./compare-options-text";

/** A whole number within limits; anything else counts as not given. */
const parseAsCount = (least: number, most: number) =>
  createParser({
    parse(text) {
      const count = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
      return count >= least && count <= most ? count : null;
    },
    serialize: String,
  });

const parseAsName = createParser({
  parse: (text) => (text !== "" && text.length <= 200 ? text : null),
  serialize: (name: string) => name,
});

const parseAsDate = createParser({
  parse: (text) => (isDate(text) ? text : null),
  serialize: (date: string) => date,
});

const parseAsOptions = createParser({
  parse: readCompareOptions,
  serialize: writeCompareOptions,
  eq: (a, b) => writeCompareOptions(a) === writeCompareOptions(b),
});

export const MOST_REFERENCES = 16;

/** Reference images: `1024x1024,3*800x600` is one and three. */
const parseAsReferences = createParser({
  parse(text): ImageSize[] | null {
    const images = text.split(",").flatMap((part) => {
      const [, count = "1", size = ""] = /^(?:(\d{1,2})\*)?(\d+x\d+)$/.exec(part) ?? [];
      const parsed = parseSize(size);
      return parsed ? Array.from({ length: Number(count) }, () => parsed) : [];
    });
    return images.slice(0, MOST_REFERENCES);
  },
  serialize: (images: ImageSize[]) =>
    groupSizes(images)
      .map(({ count, size }) => `${count}*${size}`)
      .join(","),
  eq: (a, b) => a.length === b.length && a.every((each, index) => sizeText(each) === sizeText(b[index])),
});

function sizeText(size: ImageSize | undefined): string {
  return size ? `${size.width}x${size.height}` : "";
}

/** Pictures of the same size that stand beside each other, counted. */
export function groupSizes(images: readonly ImageSize[]): { count: number; size: string }[] {
  const groups: { count: number; size: string }[] = [];
  for (const image of images) {
    const size = sizeText(image);
    const last = groups.at(-1);
    if (last?.size === size) last.count += 1;
    else groups.push({ count: 1, size });
  }
  return groups;
}

/** Everything that the calculator's totals depend on, so that an address reopens them. Without any: the article's request. */
export const calculatorParsers = {
  provider: parseAsName.withDefault("openai"),
  model: parseAsName.withDefault("gpt-image-2"),
  size: parseAsName.withDefault("1024x1024"),
  quality: parseAsName.withDefault("high"),
  n: parseAsCount(1, 100).withDefault(1),
  /** The length of the prompt, never its words. */
  prompt: parseAsCount(0, 100_000).withDefault(26),
  promptIn: parseAsStringLiteral(PROMPT_UNITS).withDefault("tokens"),
  references: parseAsReferences.withDefault([]),
  previews: parseAsCount(0, 3).withDefault(0),
  batch: parseAsBoolean.withDefault(false),
  volume: parseAsCount(0, 1_000_000_000).withDefault(1000),
  /** The day whose prices hold; null is today. */
  on: parseAsDate,
  /** Null compares with what the page proposes. */
  compare: parseAsOptions,
};

export type CalculatorState = inferParserType<typeof calculatorParsers>;

export const loadCalculatorSearch = createLoader(calculatorParsers);
export const calculatorSearch = createSerializer(calculatorParsers);
