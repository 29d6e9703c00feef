import { GPT_IMAGE_2_QUALITIES, gptImage2OutputTokens, isGptImage2Size } from "./gpt-image-2-tokens";
import { parseSize } from "./image-size";
import { findCompiledCard, type PriceBook } from "./price-book";
import { isFixedSizeModel, modelFamily } from "./model-family";
import { GPT_IMAGE_1_OUTPUT } from "./openai-output-tokens";
import { isLeftOpen } from "./picture-price";
import type { TokenUsage } from "./call-to-price";
import type { OutputTokenSource } from "./rate-card";

/** What a log says of the pictures of one call. */
export interface PictureEvidence {
  provider: string;
  model: string;
  /** The UTC date of the call, YYYY-MM-DD. */
  on: string;
  size: string | null;
  quality: string | null;
  /** What the response says was made. */
  returnedSize: string | null;
  returnedQuality: string | null;
  imagesReturned: number;
  /** Previews streamed for each image; null: not logged. */
  partialImages: number | null;
  usage: TokenUsage | null;
}

/** What was made, as far as it is known: "auto" and null stay where nothing tells. */
export interface ResolvedPicture {
  size: string | null;
  quality: string | null;
  /** How both were found; null while one of them is open. */
  basis: "stated" | "returned" | "tokens" | null;
}

/**
 * What the pictures of a call were, where the request left it to the model: what the response says, else the one size
 * and quality whose output tokens are those that were reported. Tokens that several sizes or qualities take decide
 * nothing, so a landscape picture is not told from a portrait one.
 */
export function resolvePicture(book: PriceBook, evidence: PictureEvidence): ResolvedPicture {
  const size = evidence.returnedSize ?? evidence.size;
  const quality = evidence.returnedQuality ?? evidence.quality;
  if (!isLeftOpen(size) && !isLeftOpen(quality)) {
    const isReturned = evidence.returnedSize !== null || evidence.returnedQuality !== null;
    return { size, quality, basis: isReturned ? "returned" : "stated" };
  }
  const matches = matchingPictures(book, evidence, size, quality);
  const [first] = matches;
  if (!first) return { size, quality, basis: null };
  const isSizeKnown = matches.every((match) => match.size === first.size);
  const isQualityKnown = matches.every((match) => match.quality === first.quality);
  return {
    size: isSizeKnown ? first.size : size,
    quality: isQualityKnown ? first.quality : quality,
    basis: isSizeKnown && isQualityKnown ? "tokens" : null,
  };
}

interface Picture {
  size: string;
  quality: string;
}

function matchingPictures(
  book: PriceBook,
  evidence: PictureEvidence,
  size: string | null,
  quality: string | null,
): Picture[] {
  const { usage, imagesReturned } = evidence;
  if (usage === null || imagesReturned === 0 || usage.imageOutputTokens === 0) return [];
  const previewTokens = TOKENS_PER_PREVIEW * (evidence.partialImages ?? 0) * imagesReturned;
  const tokens = usage.imageOutputTokens - previewTokens;
  return candidates(tokensOf(book, evidence), size, quality).filter((candidate) => {
    const expected = candidate.tokens * imagesReturned;
    // Of several images, one is at times billed a token less than the formula says (OpenAI's forum).
    return tokens <= expected && tokens >= expected - (imagesReturned > 1 ? imagesReturned : 0);
  });
}

const TOKENS_PER_PREVIEW = 100;

/**
 * How many tokens the pictures take: as the card says, and where it bills otherwise, as the maker of the model counts
 * them, whose usage a gateway passes on.
 */
function tokensOf(book: PriceBook, evidence: PictureEvidence): OutputTokenSource {
  const prices = findCompiledCard(book, evidence)?.rules[0]?.prices;
  if (prices?.scheme === "tokens" && prices.outputTokens.kind !== "unknown") return prices.outputTokens;
  if (modelFamily(evidence.model) === "gpt-image-2") return { kind: "gpt-image-2" };
  return isFixedSizeModel(evidence.model) ? GPT_IMAGE_1_OUTPUT : { kind: "unknown" };
}

function candidates(
  source: OutputTokenSource,
  size: string | null,
  quality: string | null,
): readonly Candidate[] {
  switch (source.kind) {
    case "unknown":
      return [];
    case "table":
    case "priced_table":
      // A picture that the table leaves out may take as many tokens.
      if ("isPartial" in source && source.isPartial) return [];
      return source.entries.filter(
        (entry) =>
          (isLeftOpen(size) || entry.size === size) && (isLeftOpen(quality) || entry.quality === quality),
      );
    case "gpt-image-2": {
      const sized = isLeftOpen(size) ? knownPictures() : picturesOf(size);
      return isLeftOpen(quality) ? sized : sized.filter((picture) => picture.quality === quality);
    }
  }
}

type Candidate = Picture & { tokens: number };

let known: readonly Candidate[] | undefined;

/** Those of all sizes in use, computed once: logs that leave the size open have many such calls. */
function knownPictures(): readonly Candidate[] {
  return (known ??= SIZES_IN_USE.flatMap(picturesOf));
}

function picturesOf(size: string): Candidate[] {
  const pixels = parseSize(size);
  if (!pixels || !isGptImage2Size(pixels)) return [];
  return GPT_IMAGE_2_QUALITIES.map((quality) => ({
    size,
    quality,
    tokens: gptImage2OutputTokens(pixels.width, pixels.height, quality),
  }));
}

/** Sizes that gpt-image-2 is commonly asked for, or chooses by itself; of thousands, tokens alone could not tell one. */
const SIZES_IN_USE = [
  "1024x1024",
  "1536x1024",
  "1024x1536",
  "1792x1024",
  "1024x1792",
  "2048x2048",
  "2048x1152",
  "1152x2048",
  "2560x1440",
  "1440x2560",
  "3840x2160",
  "2160x3840",
];
