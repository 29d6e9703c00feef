import type { ProviderUsage, StatedCall } from "@/lib/calls";
import { type JsonObject, innerObject } from "./json-fields";
import { ItemProblem } from "./page-reading";

const LONGEST_ID = 100;

/**
 * The id that a source's request has as a call: the source's name before its own id, so that reading it again counts
 * once and ids of two sources never meet. Characters that an id cannot hold are written by their number.
 */
export function callId(source: string, id: string): string {
  const safe = id.replace(/[^A-Za-z0-9_.:-]/g, (character) => `.x${character.charCodeAt(0).toString(16)}.`);
  const whole = `${source}:${safe}`;
  if (whole.length > LONGEST_ID) throw new ItemProblem(`The id is longer than ${LONGEST_ID} characters`);
  return whole;
}

/** An instant as ISO 8601 with an offset. A source that leaves the offset out means UTC. */
export function instantOf(text: string, name: string): string {
  const iso = text.trim().replace(" ", "T");
  const withOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`;
  const ms = Date.parse(withOffset);
  if (Number.isNaN(ms)) throw new ItemProblem(`${name} is not a moment: ${text.slice(0, 40)}`);
  return new Date(ms).toISOString();
}

/** Milliseconds between two instants, or null where one is missing or the clock ran backwards. */
export function latencyBetween(startIso: string, endIso: string | null): number | null {
  if (endIso === null) return null;
  const ms = Date.parse(endIso) - Date.parse(startIso);
  return ms >= 0 && ms <= 86_400_000 ? ms : null;
}

/** Size, quality, n, format as a request body or its logged parameters name them. What is not understood is left out. */
export function pictureFields(parameters: JsonObject | null): Partial<StatedCall> {
  if (parameters === null) return {};
  const size = wordOf(parameters.size, /^(auto|[1-9]\d{1,4}x[1-9]\d{1,4})$/);
  const quality = wordOf(parameters.quality, /^(low|medium|high|xhigh|max|standard|hd|auto)$/);
  const outputFormat = wordOf(parameters.output_format, /^(png|jpeg|webp|gif|svg)$/);
  const n = numberIn(parameters.n, 1, 100);
  return {
    ...(size !== null && { size }),
    ...(quality !== null && { quality }),
    ...(outputFormat !== null && { outputFormat }),
    ...(n !== null && { n }),
  };
}

function wordOf(value: unknown, pattern: RegExp): string | null {
  return typeof value === "string" && pattern.test(value) ? value : null;
}

/** Logs store numbers as numbers or as texts. */
function numberIn(value: unknown, least: number, most: number): number | null {
  const number = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most
    ? number
    : null;
}

const COUNTS = [
  "input_tokens",
  "output_tokens",
  "prompt_tokens",
  "completion_tokens",
  "total_tokens",
] as const;
const DETAILS = [
  "input_tokens_details",
  "output_tokens_details",
  "prompt_tokens_details",
  "completion_tokens_details",
] as const;

/** The provider's usage object without what prices do not read; null where it counts nothing. */
export function usageFields(usage: JsonObject | null): ProviderUsage | null {
  if (usage === null) return null;
  const read: Record<string, number | Record<string, number>> = {};
  for (const name of COUNTS) {
    const count = numberIn(usage[name], 0, 100_000_000);
    if (count !== null) read[name] = count;
  }
  for (const name of DETAILS) {
    const details = innerObject(usage, name);
    const text = numberIn(details?.text_tokens, 0, 100_000_000);
    const image = numberIn(details?.image_tokens, 0, 100_000_000);
    if (text === null && image === null) continue;
    read[name] = {
      ...(text !== null && { text_tokens: text }),
      ...(image !== null && { image_tokens: image }),
    };
  }
  const tokens = Object.values(read).filter(
    (value) => typeof value !== "object" || Object.keys(value).length > 0,
  );
  return tokens.some((value) => value !== 0) ? read : null;
}

/** Tags from names and values that a log carries; what is empty or too long for one is left out or cut. */
export function tagFields(tags: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(tags).flatMap(([name, value]) => {
    if (name === "" || name.length > 64) return [];
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return [];
    const text = String(value).slice(0, 256);
    return text === "" ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
}

/** The workflow, where the metadata of a request names one. */
export function workflowField(metadata: JsonObject | null, ...names: string[]): Partial<StatedCall> {
  const value = names.map((name) => metadata?.[name]).find((each) => typeof each === "string");
  const workflow = typeof value === "string" ? value.trim().slice(0, 200) : "";
  return workflow === "" ? {} : { workflow };
}

const IMAGE_MODEL =
  /gpt-image|chatgpt-image|dall-e|imagen|flux|stable-diffusion|sdxl|recraft|ideogram|seedream|nova-canvas|titan-image|image-(preview|generation)|-image$|nano-banana|qwen-image|gen4_image|photon/i;

/** Whether a model makes pictures, as far as its name tells. */
export function isImageModel(model: string): boolean {
  return IMAGE_MODEL.test(model);
}
