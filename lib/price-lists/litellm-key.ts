import { RowProblem } from "./price-list";

/** What the key of a LiteLLM row says, as in `azure/high/1024-x-1536/gpt-image-1`. */
export interface LitellmKey {
  model: string;
  /** Null: the key names none. “any” where the row holds for whatever size the others do not name. */
  size: string | null;
  quality: string | null;
  /** The row is keyed by diffusion steps in place of a quality. */
  bySteps: boolean;
}

const SIZE = /^(\d+|max)-x-(\d+|max)$/;
const QUALITIES = new Set(["low", "medium", "high", "xhigh", "max", "standard", "hd"]);
/** Bedrock's prices by steps: up to fifty is its standard, above that its better one. */
const STEPS: Record<string, string> = { "50-steps": "standard", "max-steps": "hd" };

/** Providers that the file spells in several ways, by the name that calls carry. */
export function litellmProvider(stated: string): string {
  return stated.startsWith("vertex_ai") ? "vertex_ai" : stated;
}

/** A quality or size that is not understood is a RowProblem, so that no price is taken for another picture's. */
export function readLitellmKey(key: string, provider: string): LitellmKey {
  const parts = withoutProvider(key.split("/"), provider);
  const at = parts.slice(0, 2).findIndex((part) => SIZE.test(part));
  if (at < 0) return { model: parts.join("/"), size: null, quality: null, bySteps: false };
  const [before = null] = parts.slice(0, at);
  const [size = "", next = "", ...rest] = parts.slice(at);
  const steps = next.endsWith("-steps") ? next : null;
  return {
    model: withoutProvider(steps === null ? [next, ...rest] : rest, provider).join("/"),
    size: readSize(size),
    quality: readQuality(before, steps),
    bySteps: steps !== null,
  };
}

function withoutProvider(parts: string[], provider: string): string[] {
  return parts.length > 1 && parts[0] === provider ? parts.slice(1) : parts;
}

function readSize(text: string): string {
  const [, width = "", height = ""] = SIZE.exec(text) ?? [];
  if (width === "max" && height === "max") return "any";
  if (!/^[1-9]\d{1,4}$/.test(width) || !/^[1-9]\d{1,4}$/.test(height)) {
    throw new RowProblem(`“${text}” is not a size that a picture can have`);
  }
  return `${width}x${height}`;
}

function readQuality(before: string | null, steps: string | null): string | null {
  if (steps !== null) {
    const quality = STEPS[steps];
    if (quality === undefined || before !== null)
      throw new RowProblem(`“${steps}” is a number of steps that is not known here`);
    return quality;
  }
  if (before !== null && !QUALITIES.has(before))
    throw new RowProblem(`“${before}” is not a quality that is known here`);
  return before;
}
