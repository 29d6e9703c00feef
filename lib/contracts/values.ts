import { z } from "zod";
import type { UnpricedReason } from "@/lib/pricing";
import { isDate, isMonth, isTimeZone } from "@/lib/time";

/** Scalars that several contracts share. */

const MAX_ID_LENGTH = 100;
const ID = /^[A-Za-z0-9_.:-]+$/;

export const idSchema = z
  .string()
  .min(1)
  .max(MAX_ID_LENGTH)
  .regex(ID, "Only letters, digits and _ . : - are allowed");

/** The same as `idSchema` says, for where many are looked at. */
export function isId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && ID.test(text);
}

export const nanoUsdSchema = z
  .string()
  // A sum of 64-bit amounts, or one divided by less than an image, may need more digits than each of them.
  .regex(/^-?\d{1,30}$/, "An integer number of nano-dollars, as a string")
  .meta({ description: "Billionths of a US dollar, as an integer in a string." });

/** An amount that a person or program enters: at most nine decimals, not negative. */
export const usdSchema = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, "An amount such as 0.21 or 1200, without a sign or currency")
  .meta({ description: "US dollars as a decimal string with at most nine decimals." });

/** What one thing costs: bounded, so that no call costs more than 64 bits can hold. */
export const unitUsdSchema = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,9})?$/, "An amount below 100,000 such as 0.21, without a sign or currency")
  .meta({ description: "US dollars below 100,000 as a decimal string with at most nine decimals." });

/** The price of one unit in whatever currency its card is in. */
export const unitPriceSchema = unitUsdSchema.meta({
  description: "An amount below 100,000 in the card's currency, with at most nine decimals.",
});

export const dateSchema = z
  .string()
  .refine(isDate, "A calendar date such as 2026-11-23")
  .meta({ format: "date", example: "2026-11-23" });

export const monthSchema = z.string().refine(isMonth, "A month such as 2026-11").meta({ example: "2026-11" });

export const instantSchema = z.iso.datetime({ offset: true }).meta({ example: "2026-11-03T10:22:41.120Z" });

export const timeZoneSchema = z.string().refine(isTimeZone, "An IANA time zone such as Europe/Berlin");

/** Some words and nothing else; the refusal names them. */
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `One of ${words.join(", ")}` });

/** A whole number within limits, refused in plain words. */
export const wholeNumber = (least: number, most: number) =>
  z
    .int("A whole number")
    .min(least, `At least ${least}`)
    .max(most, `At most ${most.toLocaleString("en-US")}`);

/** A whole number in an address, in digits alone. Texts such as 0x10 or 1e2 are none, although JavaScript reads them. */
export const wholeNumberText = (least: number, most: number) =>
  z.preprocess(
    (text) => (typeof text === "string" && /^(0|[1-9]\d*)$/.test(text) ? Number(text) : text),
    wholeNumber(least, most),
  );

export const stageSchema = oneOf(["prototype", "pilot", "production"]);
export type Stage = z.infer<typeof stageSchema>;

export const purposeSchema = oneOf(["customer", "qa", "prompt_tuning", "internal"]);
export const operationSchema = oneOf(["generation", "edit"]);
export const outcomeSchema = oneOf(["succeeded", "failed", "timed_out", "unknown"]);
export const costBasisSchema = oneOf(["charged", "usage", "rate_card", "not_billed", "unpriced"]);

/** Why a call has no price. */
export const unpricedReasonSchema = oneOf([
  "unknown_model",
  "billing_unknown",
  "size_unknown",
  "quality_unknown",
  "size_not_priced",
  "no_batch_price",
  "output_tokens_unknown",
  "token_price_unknown",
  "format_unknown",
  "input_images_unknown",
  "no_rule_matches",
] as const satisfies readonly UnpricedReason[]);

export const qualitySchema = oneOf(["low", "medium", "high", "xhigh", "max", "standard", "hd", "auto"]);

export const outputFormatSchema = oneOf(["png", "jpeg", "webp", "gif", "svg"]);

export const sizeSchema = z
  .string()
  .regex(/^(auto|[1-9]\d{1,4}x[1-9]\d{1,4})$/, "A size such as 1024x1024, or auto");

/** The name of a provider, model or workflow as logs carry it. */
export const nameSchema = z.string().trim().min(1).max(200);

export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
