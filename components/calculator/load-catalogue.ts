import type { RateCard } from "@/lib/pricing";

/** Every list price that ships with the product: a chunk of its own, fetched after the page was drawn. */
export async function loadCatalogue(): Promise<readonly RateCard[]> {
  const { CATALOGUE } = await import("@/lib/pricing/catalogue");
  return CATALOGUE;
}
