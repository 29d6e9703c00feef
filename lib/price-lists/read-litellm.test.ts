import { describe, expect, test } from "vitest";
import { ORIGIN, readRows, row } from "./testing/samples";

const reasons = (rows: unknown) => readRows(rows).unread;

describe("a row of the LiteLLM file", () => {
  test("by token becomes prices per million, with the list as its source", () => {
    const { cards, readRows: read } = readRows({
      "gpt-image-2": row("openai", {
        input_cost_per_token: 5e-6,
        input_cost_per_image_token: 8e-6,
        output_cost_per_image_token: 3e-5,
        output_cost_per_token: 1e-5,
        cache_read_input_token_cost: 1.25e-6,
        deprecation_date: "2027-01-31",
        source: "https://openai.com/prices",
      }),
    });
    expect(read).toBe(1);
    expect(cards).toEqual([
      {
        id: "openai/gpt-image-2",
        origin: "workspace",
        provider: "openai",
        model: "gpt-image-2",
        name: "gpt-image-2, LiteLLM",
        validFrom: ORIGIN.validFrom,
        validTo: null,
        sourceUrl: ORIGIN.sourceUrl,
        sourceKind: "third_party",
        checkedOn: ORIGIN.checkedOn,
        shutdownOn: "2027-01-31",
        notes: "The list names https://openai.com/prices as its source.",
        prices: {
          scheme: "tokens",
          standard: {
            textInput: "5",
            cachedTextInput: "1.25",
            imageInput: "8",
            cachedImageInput: null,
            imageOutput: "30",
            textOutput: "10",
          },
          batch: null,
          outputTokens: { kind: "unknown" },
          multiplier: "1",
        },
      },
    ]);
  });

  test("keeps batch prices, and an image that goes in, as they are stated", () => {
    const { cards } = readRows({
      "gemini/gemini-3-pro-image": row("gemini", {
        input_cost_per_token: 2e-6,
        input_cost_per_token_batches: 1e-6,
        output_cost_per_token_batches: 6e-6,
        input_cost_per_image: 0.0011,
        output_cost_per_image: 0.134,
        output_cost_per_image_token: 0.00012,
      }),
    });
    expect(cards[0]?.prices).toMatchObject({
      scheme: "tokens",
      standard: { imageOutput: "120" },
      batch: { textInput: "1", textOutput: "6", imageOutput: null },
      terms: { inputImagePrice: "0.0011", partialImage: null },
    });
    expect(cards[0]?.notes).toMatch(/\$0\.134 an image, for a resolution that it does not name/);
  });

  test.each([
    ["aiml/flux-pro/v1.1", "aiml", "flux-pro/v1.1"],
    ["fal_ai/fal-ai/flux/schnell", "fal_ai", "fal-ai/flux/schnell"],
    ["amazon.titan-image-generator-v2:0", "bedrock", "amazon.titan-image-generator-v2:0"],
    ["vertex_ai/imagen-4.0-generate-001", "vertex_ai-image-models", "imagen-4.0-generate-001"],
  ])("%s of %s is the model %s", (key, provider, model) => {
    const [card] = readRows({ [key]: row(provider, { output_cost_per_image: 0.04 }) }).cards;
    expect(card).toMatchObject({ model, provider: provider.replace(/-image-models$/, "") });
    expect(card?.prices).toMatchObject({ standard: [{ size: "any", quality: "any", price: "0.04" }] });
  });

  test("keyed by size and quality joins the others of its model, pixels counted", () => {
    const { cards, readRows: read } = readRows({
      "azure/hd/1024-x-1792/dall-e-3": row("azure", { input_cost_per_pixel: 6.539e-8 }),
      "azure/standard/1024-x-1024/dall-e-3": row("azure", { input_cost_per_pixel: 3.81469e-8 }),
    });
    expect(read).toBe(2);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.prices).toMatchObject({
      scheme: "per_image",
      standard: [
        { size: "1024x1792", quality: "hd", price: "0.119991173" },
        { size: "1024x1024", quality: "standard", price: "0.039999924" },
      ],
    });
    expect(cards[0]?.notes).toMatch(/rounded price per pixel/);
  });

  test("by steps is standard up to fifty and hd above, for the sizes that it names", () => {
    const { cards } = readRows({
      "512-x-512/50-steps/stability.sdxl-v0": row("bedrock", { output_cost_per_image: 0.018 }),
      "max-x-max/max-steps/stability.sdxl-v0": row("bedrock", { output_cost_per_image: 0.072 }),
    });
    expect(cards[0]?.prices).toMatchObject({
      standard: [
        { size: "512x512", quality: "standard", price: "0.018" },
        { size: "any", quality: "hd", price: "0.072" },
      ],
    });
  });

  test("of a model that is priced by token too is kept to compare with", () => {
    const { cards, alternatives } = readRows({
      "gpt-image-1": row("openai", { output_cost_per_image_token: 4e-5 }),
      "low/1024-x-1024/gpt-image-1": row("openai", {
        input_cost_per_image: 0.011,
        input_cost_per_pixel: 1.0490417e-8,
        output_cost_per_pixel: 0.0,
      }),
    });
    expect(cards.map(({ prices }) => prices.scheme)).toEqual(["tokens"]);
    expect(alternatives[0]?.prices).toMatchObject({
      standard: [{ size: "1024x1024", quality: "low", price: "0.011" }],
    });
  });
});

describe("prices that would be wrong", () => {
  const byQuality = {
    "low/1024-x-1024/gpt-image-1.5": row("openai", { input_cost_per_image: 0.009 }),
    "high/1024-x-1024/gpt-image-1.5": row("openai", { input_cost_per_image: 0.133 }),
  };

  test("the low price is not taken for a call of unknown quality", () => {
    const { cards, unread } = readRows({
      ...byQuality,
      "1024-x-1024/gpt-image-1.5": row("openai", { input_cost_per_image: 0.009 }),
      "standard/1024-x-1024/gpt-image-1.5": row("openai", { input_cost_per_image: 0.009 }),
      "gpt-image-1.5": row("openai", { input_cost_per_image: 0.009 }),
    });
    expect(cards[0]?.prices).toMatchObject({ standard: [{ quality: "low" }, { quality: "high" }] });
    expect(unread.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/depends on that/),
      expect.stringMatching(/names no quality/),
      expect.stringMatching(/names “standard”/),
    ]);
  });

  test("a price without a size is not taken where sizes are priced apart", () => {
    const { cards, unread } = readRows({
      "256-x-256/dall-e-2": row("openai", { input_cost_per_pixel: 2.4414e-7 }),
      "dall-e-2": row("openai", { input_cost_per_image: 0.02 }),
    });
    expect(cards[0]?.prices).toMatchObject({ standard: [{ size: "256x256", price: "0.015999959" }] });
    expect(unread[0]?.reason).toMatch(/names no size/);
  });

  test.each([
    [
      "a zero",
      { input_cost_per_pixel: 0.0 },
      /zero, which in this list stands for one that nobody filled in/,
    ],
    ["nothing", {}, /states no price/],
    ["a unit like a token", { input_cost_per_token: 4e-8, output_cost_per_token: 4e-8 }, /unit like a token/],
    ["a price per pixel of no size", { input_cost_per_pixel: 1.3e-9 }, /key names no size/],
    ["a token price in the image field", { output_cost_per_image: 0.00012 }, /size of a price per token/],
    ["an unknown unit", { output_cost_per_step: 0.001 }, /“output_cost_per_step”, a unit that is not known/],
    ["a text", { output_cost_per_image: "0.04" }, /must be a number, and is the text “0.04”/],
    ["a list", { output_cost_per_image: [0.04] }, /must be a number, and is a list/],
    ["true", { output_cost_per_image: true }, /must be a number, and is true or false/],
    ["a negative price", { output_cost_per_image: -0.04 }, /from zero on, and is -0.04/],
    ["more than any price", { output_cost_per_image: 1e7 }, /beyond what a card can hold/],
    ["too many decimals", { output_cost_per_image: 0.12345678901 }, /more than nine decimals/],
    ["no date", { output_cost_per_image: 0.04, deprecation_date: "soon" }, /must be a date/],
    ["a provider that is none", { output_cost_per_image: 0.04, litellm_provider: 7 }, /“litellm_provider”/],
  ])("%s is an unread row that says so", (_what, prices, reason) => {
    const list = {
      "fal_ai/x": row("fal_ai", prices),
      "recraft/y": row("recraft", { output_cost_per_image: 0.04 }),
    };
    expect(reasons(list)).toEqual([{ row: "fal_ai/x", reason: expect.stringMatching(reason) as string }]);
  });

  test.each([
    ["better/1024-x-1024/gpt-image-1", /“better” is not a quality/],
    ["20-x-1024/7-steps/m", /“7-steps” is a number of steps/],
    ["0-x-1024/m", /not a size/],
    ["deep-research-pro-preview", /research model/],
    ["openai/", /Its model is empty/],
    ["openai/a\u0000b", /Its model/],
  ])("the key %j is an unread row", (key, reason) => {
    const list = { [key]: row("openai", { output_cost_per_image: 0.04 }) };
    const [unread] = reasons(list);
    expect(unread?.reason).toMatch(reason);
    expect(unread?.row).not.toContain("\u0000");
  });

  test("Infinity, which JSON can spell, is no price", () => {
    const content = '{"a/b":{"litellm_provider":"a","mode":"image_edit","output_cost_per_image":1e999}}';
    expect(readRows(JSON.parse(content)).unread).toHaveLength(1);
  });

  test.each(["aiml/openai/gpt-image-2", "aiml/dall-e-3", "openai/chatgpt-image-latest"])(
    "%s has no price that holds whatever the quality",
    (key) => {
      const { cards, unread } = readRows({
        [key]: row(key.split("/")[0] ?? "", { output_cost_per_image: 0.054 }),
      });
      expect(cards).toEqual([]);
      expect(unread[0]?.reason).toMatch(/names no quality/);
    },
  );

  test("two rows that contradict each other do not overwrite one another", () => {
    const { cards, unread } = readRows({
      "vertex_ai/gemini-x": row("vertex_ai-language-models", { output_cost_per_image: 0.04 }),
      "gemini-x": row("vertex_ai-language-models", { output_cost_per_image: 0.05 }),
    });
    expect(cards.map(({ prices }) => prices)).toMatchObject([{ standard: [{ price: "0.04" }] }]);
    expect(unread[0]?.reason).toMatch(/another price for the same provider and model/);
  });
});

test("models that make no pictures are passed over, and a picture price without a mode is not", () => {
  const { cards, unread, otherRows } = readRows({
    sample_spec: { mode: "one of: chat", litellm_provider: "one of" },
    "gpt-6": { litellm_provider: "openai", mode: "chat", input_cost_per_token: 1e-6 },
    "gemini-pro": { litellm_provider: "gemini", mode: "chat", output_cost_per_image: 0.00012 },
    modeless: { litellm_provider: "openai", output_cost_per_image: 0.04 },
    number: 5,
  });
  expect(cards).toEqual([]);
  expect(otherRows).toBe(3);
  expect(unread.map(({ row: name }) => name)).toEqual(["modeless", "number"]);
});

test("a unit beside known ones is named on the card", () => {
  const { cards } = readRows({
    "a/b": row("a", {
      output_cost_per_image: 0.04,
      output_cost_per_upscale: 0.01,
      source: "javascript:alert(1)",
    }),
  });
  expect(cards[0]?.notes).toMatch(/also prices by “output_cost_per_upscale”, which is not read/);
  expect(cards[0]?.notes).not.toMatch(/javascript/);
});
