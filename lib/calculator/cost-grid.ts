import { estimateRequest, type HypotheticalRequest, type Estimate, type PriceBook } from "@/lib/pricing";
import type { PricedPictures } from "./priced-pictures";

export interface CostGrid {
  qualities: readonly string[];
  rows: { size: string; /** One for each quality. */ cells: Estimate[] }[];
}

/** The request at every size and quality of a list, all else as it is. "auto" leaves that side to the model. */
export function costGrid(book: PriceBook, request: HypotheticalRequest, pictures: PricedPictures): CostGrid {
  return {
    qualities: pictures.qualities,
    rows: pictures.sizes.map((size) => ({
      size,
      cells: pictures.qualities.map((quality) => estimateRequest(book, { ...request, size, quality })),
    })),
  };
}
