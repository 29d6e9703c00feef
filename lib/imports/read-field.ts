import { parseInstant } from "@/lib/time/parse-instant";
import { decimalOf, isInteger, multiply, parseDecimal, roundTo, toNumber } from "./decimal";
import { detachText } from "./detach-text";
import type { FieldRule, ImportField, Translation } from "./mapping";

/** The value of a field, undefined where the file says nothing; or why the cell cannot be read. */
export type FieldReading = { value: string | number | boolean | undefined } | { reason: string };

type Kind = "text" | "word" | "size" | "integer" | "amount" | "flag" | "instant";

const KINDS: Record<ImportField, Kind> = {
  id: "text",
  occurredAt: "instant",
  model: "text",
  workflow: "text",
  stage: "word",
  purpose: "word",
  provider: "text",
  operation: "word",
  n: "integer",
  size: "size",
  quality: "word",
  returnedSize: "size",
  returnedQuality: "word",
  outputFormat: "word",
  inputImages: "integer",
  partialImages: "integer",
  batch: "flag",
  outcome: "word",
  billed: "flag",
  httpStatus: "integer",
  errorCode: "text",
  imagesReturned: "integer",
  imagesAccepted: "integer",
  retryOf: "text",
  latencyMs: "integer",
  inputTokens: "integer",
  textInputTokens: "integer",
  imageInputTokens: "integer",
  outputTokens: "integer",
  textOutputTokens: "integer",
  imageOutputTokens: "integer",
  chargedUsd: "amount",
};

/** How programs write that there is no value. */
const EMPTY = new Set(["", "null", "nan", "none", "\\n"]);
const LONGEST_EMPTY = 4;

const FLAGS = new Map([
  ["true", true],
  ["t", true],
  ["yes", true],
  ["1", true],
  ["1.0", true],
  ["false", false],
  ["f", false],
  ["no", false],
  ["0", false],
  ["0.0", false],
]);

/** Columns that hold a few values over and over, as most do, are read once for each value. */
const MAX_KNOWN_CELLS = 1000;

/** Reads a cell, undefined where there is none. */
export type FieldReader = (cell: string | undefined) => FieldReading;

/**
 * How one field of a call is read from its cell: the cell translated, or else what is assumed. Empty cells, and the
 * words with which programs write them, count as no cell.
 */
export function createFieldReader(field: ImportField, rule: FieldRule, timeZone: string): FieldReader {
  const assumed: FieldReading =
    rule.assumed === null ? { value: undefined } : readText(field, rule.assumed, null, timeZone);
  const known = new Map<string, FieldReading>();
  return (cell) => {
    if (cell === undefined) return assumed;
    const found = known.get(cell);
    if (found !== undefined) return found;
    const isToBeKept = known.size < MAX_KNOWN_CELLS;
    const own = isToBeKept ? detachText(cell) : cell;
    const text = own.trim();
    const isEmpty = text.length <= LONGEST_EMPTY && EMPTY.has(text.toLowerCase());
    const reading = isEmpty ? assumed : readCell(field, rule.translate, text, timeZone);
    if (isToBeKept) known.set(own, reading);
    return reading;
  };
}

function readCell(
  field: ImportField,
  translate: Translation | null,
  text: string,
  timeZone: string,
): FieldReading {
  if (translate === null || translate.kind === "multiply") return readText(field, text, translate, timeZone);
  if (translate.kind === "count") return countItems(text);
  const translated = translateText(translate, text);
  if ("reason" in translated) return translated;
  // A value that stands for nothing is translated to nothing.
  return translated.text === "" ? { value: undefined } : readText(field, translated.text, null, timeZone);
}

function countItems(text: string): FieldReading {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { value: value.length };
  } catch {
    // Said below.
  }
  return { reason: `${quote(text)} is not a list` };
}

type Multiplication = Extract<Translation, { kind: "multiply" }>;

function translateText(
  translation: Extract<Translation, { kind: "values" | "thresholds" }>,
  text: string,
): { text: string } | { reason: string } {
  if (translation.kind === "values") {
    const found = Object.hasOwn(translation.values, text) ? translation.values[text] : undefined;
    const translated = found ?? translation.otherwise;
    return translated === null ? { reason: `${quote(text)} has no translation` } : { text: translated };
  }
  const number = parseDecimal(text);
  if (number === null) return { reason: `${quote(text)} is not a number` };
  const step = translation.steps.find(({ below }) => toNumber(number) < below);
  return { text: step?.value ?? translation.otherwise };
}

function readText(
  field: ImportField,
  text: string,
  multiplication: Multiplication | null,
  timeZone: string,
): FieldReading {
  switch (KINDS[field]) {
    case "text":
      return { value: text };
    case "word":
      return { value: text.toLowerCase().replaceAll(/[\s-]+/g, "_") };
    case "size":
      return { value: text.toLowerCase().replace(/^(\d+)\s*[x×*]\s*(\d+)$/, "$1x$2") };
    case "integer":
      return readInteger(text, multiplication);
    case "amount":
      return readAmount(text, multiplication);
    case "flag": {
      const value = FLAGS.get(text.toLowerCase());
      return value === undefined ? { reason: `${quote(text)} is neither true nor false` } : { value };
    }
    case "instant": {
      const reading = parseInstant(text, timeZone);
      if ("problem" in reading) return { reason: reading.problem };
      return { value: new Date(reading.epochMs).toISOString() };
    }
  }
}

/** Digits that any number holds exactly. */
const PLAIN_INTEGER = /^\d{1,15}$/;

/** "1.0" is a whole number. A product, such as seconds as milliseconds, is rounded to one. */
function readInteger(text: string, multiplication: Multiplication | null): FieldReading {
  if (multiplication === null && PLAIN_INTEGER.test(text)) return { value: Number(text) };
  const number = parseDecimal(text);
  if (number === null) return { reason: `${quote(text)} is not a number` };
  if (multiplication === null && !isInteger(number))
    return { reason: `${quote(text)} is not a whole number` };
  const product = multiplication === null ? number : multiply(number, decimalOf(multiplication.by));
  return { value: Number(roundTo(product, 0)) };
}

/** Kept to the nano-dollar; what programs with floating-point amounts wrote beyond that is rounded. */
function readAmount(text: string, multiplication: Multiplication | null): FieldReading {
  const number = parseDecimal(text);
  if (number === null) return { reason: `${quote(text)} is not an amount such as 0.21` };
  const product = multiplication === null ? number : multiply(number, decimalOf(multiplication.by));
  const nano = roundTo(product, 9);
  if (nano < 0n) return { reason: `${quote(text)} is negative` };
  return { value: `${nano / 1_000_000_000n}.${(nano % 1_000_000_000n).toString().padStart(9, "0")}` };
}

function quote(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
