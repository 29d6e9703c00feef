import { describe, expect, test } from "vitest";
import { resolvePicture, type PictureEvidence } from "./resolve-picture";
import { catalogueBook, usageOf } from "./testing/samples";

function resolve(evidence: Partial<PictureEvidence>) {
  return resolvePicture(catalogueBook, {
    provider: "openai",
    model: "gpt-image-2",
    on: "2026-11-03",
    size: null,
    quality: null,
    returnedSize: null,
    returnedQuality: null,
    imagesReturned: 1,
    partialImages: null,
    usage: null,
    ...evidence,
  });
}

const tokens = (imageOutputTokens: number) => ({ usage: usageOf({ imageOutputTokens }) });

describe("what was made where the request left it open", () => {
  test("is what was stated, where it was stated", () => {
    expect(resolve({ size: "1024x1024", quality: "low", ...tokens(7024) })).toEqual({
      size: "1024x1024",
      quality: "low",
      basis: "stated",
    });
  });

  test("is what the response says, even against the request", () => {
    expect(
      resolve({ size: "auto", quality: "high", returnedSize: "1536x1024", returnedQuality: "medium" }),
    ).toEqual({ size: "1536x1024", quality: "medium", basis: "returned" });
  });

  // The published tokens of gpt-image-2, gpt-image-1 and its successors.
  test.each([
    ["gpt-image-2", { size: "1024x1024", quality: "auto" }, 1756, "medium"],
    ["gpt-image-2", { size: "1536x1024", quality: null }, 5488, "high"],
    ["gpt-image-2-2026-04-21", { size: "3840x2160" }, 371, "low"],
    ["gpt-image-1.5", { size: "1024x1536" }, 1584, "medium"],
    ["gpt-image-1-mini", { size: "1024x1024" }, 4160, "high"],
  ])("on %s follows from %j and %i tokens", (model, stated, count, quality) => {
    expect(resolve({ model, on: "2026-06-01", ...stated, ...tokens(count) })).toEqual({
      size: stated.size,
      quality,
      basis: "tokens",
    });
  });

  test("is told of several images by their sum, of which each may be a token less", () => {
    const four = { size: "1024x1024", imagesReturned: 4 };
    expect(resolve({ ...four, ...tokens(4 * 1756) })).toMatchObject({ quality: "medium", basis: "tokens" });
    expect(resolve({ ...four, ...tokens(4 * 1756 - 3) })).toMatchObject({ quality: "medium" });
    expect(resolve({ ...four, ...tokens(4 * 1756 - 5) })).toMatchObject({ quality: null, basis: null });
    expect(resolve({ size: "1024x1024", ...tokens(1755) })).toMatchObject({ quality: null });
  });

  test("leaves out the tokens of previews", () => {
    expect(resolve({ size: "1024x1024", partialImages: 2, ...tokens(1756 + 200) })).toMatchObject({
      quality: "medium",
      basis: "tokens",
    });
  });

  test("is a square where only a square takes so many tokens", () => {
    expect(resolve({ ...tokens(7024) })).toEqual({ size: "1024x1024", quality: "high", basis: "tokens" });
  });

  test("stays open between landscape and portrait, which take the same", () => {
    expect(resolve({ size: "auto", ...tokens(5488) })).toEqual({
      size: "auto",
      quality: "high",
      basis: null,
    });
  });

  test("is told at a gateway that bills otherwise and passes the usage on", () => {
    expect(resolve({ provider: "wisgate", size: "1024x1024", ...tokens(1756) })).toEqual({
      size: "1024x1024",
      quality: "medium",
      basis: "tokens",
    });
    expect(
      resolve({ provider: "wisgate", model: "gpt-image-1-mini", size: "1024x1024", ...tokens(272) }),
    ).toMatchObject({ quality: "low", basis: "tokens" });
  });

  test("stays open where nothing tells", () => {
    const open = { size: "auto", quality: "auto", basis: null };
    const stated = { size: "auto", quality: "auto" };
    expect(resolve(stated)).toEqual(open);
    expect(resolve({ ...stated, ...tokens(11_400) })).toEqual(open);
    expect(resolve({ ...stated, ...tokens(7024), imagesReturned: 0 })).toEqual(open);
    expect(resolve({ ...stated, ...tokens(7024), model: "gpt-image-2.6-flare" })).toEqual(open);
    expect(resolve({ ...stated, ...tokens(7024), model: "unheard-of" })).toEqual(open);
  });
});
