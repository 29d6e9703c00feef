import type { PriceListFormat, PriceListOrigin, ReadPriceList } from "../price-list";
import { readPriceList } from "../read-price-list";

export const ORIGIN: PriceListOrigin = {
  name: "LiteLLM",
  sourceUrl: "https://example.com/prices.json",
  checkedOn: "2026-08-01",
  validFrom: "2026-08-02",
};

export function readRows(rows: unknown, provider: string | null = null): ReadPriceList {
  return readText(JSON.stringify(rows), null, provider);
}

export function readText(
  content: string,
  format: PriceListFormat | null = null,
  provider: string | null = null,
): ReadPriceList {
  return readPriceList({ content, format, provider }, ORIGIN);
}

/** A row of the LiteLLM file about an image model. */
export function row(provider: string, prices: Record<string, unknown>): Record<string, unknown> {
  return { litellm_provider: provider, mode: "image_generation", ...prices };
}
