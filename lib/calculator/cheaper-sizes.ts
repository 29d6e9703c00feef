import { nanoUsd, type NanoUsd } from "@/lib/money";
import {
  estimateRequest,
  findRateCard,
  gptImage2OutputTokens,
  GPT_IMAGE_2_QUALITIES,
  type GptImage2Quality,
  type HypotheticalRequest,
  type ImageSize,
  parseSize,
  type PriceBook,
  type RateCard,
} from "@/lib/pricing";
import { gptImage2Sizes } from "./legal-sizes";
import { pricedPictures } from "./priced-pictures";

/** A size that costs less than the one asked for and has at least as many pixels. Amounts are of one image, input included. */
export interface CheaperSize {
  size: string;
  pixels: number;
  perImageNanoUsd: NanoUsd;
  savingNanoUsd: NanoUsd;
  /** Hundredths of a per cent of what the size asked for costs, rounded down. */
  savingBasisPoints: number;
}

export interface CheaperSizes {
  /** Of much the same shape: the cheapest and those next to it. */
  sameShape: CheaperSize[];
  /** The cheapest of each common shape, the cheapest first. */
  otherShapes: CheaperSize[];
}

/** The long side over the short one may differ by a tenth and still pass for the same shape. */
const SAME_SHAPE = 0.1;
/** How close a size must come to a common shape to count as one. */
const COMMON_SHAPE = 0.02;
const COMMON_SHAPES = [1, 5 / 4, 4 / 3, 3 / 2, 16 / 9, 2, 21 / 9, 3];
const MOST_OF_THE_SAME_SHAPE = 3;

/**
 * Sizes to use instead of the one that is asked for: cheaper, with at least as many pixels, and lying or standing as it
 * does (a square one may become lying). Nothing where the request has no single price, or nothing is cheaper.
 */
export function cheaperSizes(book: PriceBook, request: HypotheticalRequest): CheaperSizes {
  const wanted = parseSize(request.size ?? "");
  const card = findRateCard(book, request);
  const now = estimateRequest(book, request);
  if (!wanted || !card || now.status !== "priced") return { sameShape: [], otherShapes: [] };

  const price = (size: ImageSize) => cheaperSize(book, request, size, now.perImageNanoUsd);
  const formulaQuality = qualityOfFormula(card, request.quality);
  const candidates =
    formulaQuality === null
      ? listedSizes(card)
          .flatMap(price)
          .sort(cheapestFirst)
          .map(({ size }) => parseSize(size) ?? wanted)
      : formulaSizes(formulaQuality, wanted);
  const large = candidates.filter((size) => isLargeEnough(size, wanted));
  const isSameShape = (size: ImageSize) => isClose(shapeOf(size), shapeOf(wanted), SAME_SHAPE);
  const others = large.filter((size) => !isSameShape(size));
  const cheapestOf = (shape: number) =>
    others.find((size) => isClose(shapeOf(size), shape, COMMON_SHAPE)) ?? [];
  return {
    sameShape: large.filter(isSameShape).slice(0, MOST_OF_THE_SAME_SHAPE).flatMap(price),
    otherShapes: COMMON_SHAPES.flatMap(cheapestOf).flatMap(price).sort(cheapestFirst),
  };
}

/** The size with its saving, alone in a list; an empty list where it saves nothing. */
function cheaperSize(
  book: PriceBook,
  request: HypotheticalRequest,
  { width, height }: ImageSize,
  nowNanoUsd: NanoUsd,
): CheaperSize[] {
  const size = `${width}x${height}`;
  const then = estimateRequest(book, { ...request, size });
  if (then.status !== "priced" || then.perImageNanoUsd >= nowNanoUsd) return [];
  const savingNanoUsd = nanoUsd(nowNanoUsd - then.perImageNanoUsd);
  const savingBasisPoints = Number((savingNanoUsd * 10_000n) / nowNanoUsd);
  const pixels = width * height;
  return [{ size, pixels, perImageNanoUsd: then.perImageNanoUsd, savingNanoUsd, savingBasisPoints }];
}

/** The cheapest first; of two that cost the same, the one with more pixels. */
function cheapestFirst(a: CheaperSize, b: CheaperSize): number {
  if (a.perImageNanoUsd !== b.perImageNanoUsd) return a.perImageNanoUsd < b.perImageNanoUsd ? -1 : 1;
  return b.pixels - a.pixels;
}

/** The legal sizes that are large enough, in the same order: one price per token makes that of the tokens that of the costs. */
function formulaSizes(quality: GptImage2Quality, wanted: ImageSize): ImageSize[] {
  const isStanding = wanted.width < wanted.height;
  return gptImage2Sizes()
    .filter(({ width, height }) => width * height >= wanted.width * wanted.height)
    .map((size) => ({ size, tokens: gptImage2OutputTokens(size.width, size.height, quality) }))
    .sort((a, b) => a.tokens - b.tokens || b.size.width * b.size.height - a.size.width * a.size.height)
    .map(({ size: { width, height } }) =>
      isStanding ? { width: height, height: width } : { width, height },
    );
}

function qualityOfFormula({ prices }: RateCard, quality: string | null): GptImage2Quality | null {
  if (prices.scheme !== "tokens" || prices.outputTokens.kind !== "gpt-image-2") return null;
  return GPT_IMAGE_2_QUALITIES.find((each) => each === quality) ?? null;
}

function listedSizes(card: RateCard): ImageSize[] {
  return pricedPictures(card).sizes.flatMap((size) => parseSize(size) ?? []);
}

function isLargeEnough({ width, height }: ImageSize, wanted: ImageSize): boolean {
  const isTurned = wanted.width < wanted.height ? height < width : width < height;
  return !isTurned && width * height >= wanted.width * wanted.height;
}

function shapeOf({ width, height }: ImageSize): number {
  return Math.max(width, height) / Math.min(width, height);
}

function isClose(shape: number, target: number, tolerance: number): boolean {
  return Math.abs(shape / target - 1) <= tolerance;
}
