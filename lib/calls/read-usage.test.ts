import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUsage } from "./read-usage";

const counts = (text: number, image: number, textOut: number, imageOut: number) => ({
  textInputTokens: text,
  imageInputTokens: image,
  textOutputTokens: textOut,
  imageOutputTokens: imageOut,
});

describe("readUsage", () => {
  it("takes details where they are given", () => {
    const usage = {
      input_tokens: 350,
      input_tokens_details: { text_tokens: 27, image_tokens: 323, cached_tokens: 5 },
      output_tokens: 1382,
      output_tokens_details: { text_tokens: 10, image_tokens: 1372 },
      total_tokens: 1732,
    };
    expect(readUsage(usage, "edit")).toEqual(counts(27, 323, 10, 1372));
  });

  it("takes output without details as image tokens", () => {
    const usage = {
      input_tokens: 26,
      input_tokens_details: { text_tokens: 26, image_tokens: 0 },
      output_tokens: 7024,
    };
    expect(readUsage(usage, "generation")).toEqual(counts(26, 0, 0, 7024));
    expect(readUsage({ ...usage, output_tokens_details: null }, "generation")).toEqual(
      counts(26, 0, 0, 7024),
    );
  });

  it("takes input without details as text in a generation and as image tokens in an edit", () => {
    expect(readUsage({ input_tokens: 400, output_tokens: 10 }, "generation")).toEqual(counts(400, 0, 0, 10));
    expect(readUsage({ input_tokens: 400, output_tokens: 10 }, "edit")).toEqual(counts(0, 400, 0, 10));
  });

  it("fills in a detail or a total that the others imply", () => {
    const partial = { input_tokens: 400, input_tokens_details: { text_tokens: 30 }, output_tokens: 10 };
    expect(readUsage(partial, "edit")).toEqual(counts(30, 370, 0, 10));
    expect(readUsage({ input_tokens: 26, total_tokens: 7050 }, "generation")).toEqual(counts(26, 0, 0, 7024));
    expect(readUsage({ output_tokens: 7024, total_tokens: 7050 }, "generation")).toEqual(
      counts(26, 0, 0, 7024),
    );
    expect(readUsage({ output_tokens_details: { image_tokens: 5 } }, "generation")).toEqual(
      counts(0, 0, 0, 5),
    );
  });

  it("takes the names that gateways take over from chats for the same counts", () => {
    const chat = {
      prompt_tokens: 350,
      prompt_tokens_details: { text_tokens: 27, image_tokens: 323, cached_tokens: null },
      completion_tokens: 1382,
      completion_tokens_details: { text_tokens: 10, image_tokens: 1372 },
    };
    expect(readUsage(chat, "edit")).toEqual(counts(27, 323, 10, 1372));
    expect(readUsage({ prompt_tokens: 26, completion_tokens: 7024 }, "generation")).toEqual(
      counts(26, 0, 0, 7024),
    );
    expect(readUsage({ prompt_tokens: 26, total_tokens: 7050 }, "generation")).toEqual(
      counts(26, 0, 0, 7024),
    );
    expect(readUsage({ prompt_tokens: 26 }, "generation")).toBeNull();
  });

  it("believes a provider's own name before a gateway's", () => {
    const both = { input_tokens: 26, output_tokens: 196, prompt_tokens: 1, completion_tokens: 1 };
    expect(readUsage(both, "generation")).toEqual(counts(26, 0, 0, 196));
  });

  it("has no usage where nobody says how much was put out", () => {
    expect(readUsage(null, "generation")).toBeNull();
    expect(readUsage(undefined, "edit")).toBeNull();
    expect(readUsage({}, "generation")).toBeNull();
    expect(readUsage({ input_tokens: 26 }, "generation")).toBeNull();
    expect(readUsage({ total_tokens: 7050 }, "generation")).toBeNull();
  });

  it("loses no token of totals without details", () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(1e6),
        fc.constantFrom("generation", "edit"),
        (input, output, operation) => {
          const read = readUsage({ input_tokens: input, output_tokens: output }, operation);
          expect((read?.textInputTokens ?? 0) + (read?.imageInputTokens ?? 0)).toBe(input);
          expect((read?.textOutputTokens ?? 0) + (read?.imageOutputTokens ?? 0)).toBe(output);
        },
      ),
    );
  });
});
