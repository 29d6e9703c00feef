import { RowProblem } from "./price-list";

/** OpenAI's models whose price moves up to thirty-six times with the quality, under whatever name a host offers them. */
const PRICED_BY_QUALITY = /(^|\/)(openai\/)?((chatgpt|gpt)-image|dall-e-3)/;

/** A price that names no quality is refused where it would be taken for the price of another. */
export function requireQuality(model: string, quality: string | null): void {
  if (PRICED_BY_QUALITY.test(model) && (quality === null || quality === "any")) {
    throw new RowProblem("It names no quality, and what this model costs depends on that");
  }
}
