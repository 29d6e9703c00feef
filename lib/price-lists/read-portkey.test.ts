import { describe, expect, test } from "vitest";
import { readRows, readText } from "./testing/samples";

const config = (payAsYouGo: unknown, more: Record<string, unknown> = {}) => ({
  pricing_config: { pay_as_you_go: payAsYouGo, ...more },
});
const read = (models: unknown) => readRows(models, "openai");

// As in Portkey-AI/models, pricing/openai.json of 2026-08-21.
const GPT_IMAGE_2 = config({
  image: {
    default: { default: { price: 21.1 }, "1024x1024": { price: 21.1 } },
    high: { default: { price: 21.1 }, "1024x1024": { price: 21.1 }, "1024x1536": { price: 16.5 } },
    low: { default: { price: 0.6 }, "1024x1024": { price: 0.6 } },
  },
  request_image_token: { price: 0.0008 },
  response_image_token: { price: 0.003 },
  request_text_token: { price: 0.0005 },
  cache_read_image_input_token: { price: 0.0002 },
  cache_read_text_input_token: { price: 0.000125 },
});

describe("a model of Portkey's file", () => {
  test("is priced by token, in dollars a million from cents a token, and by picture beside it", () => {
    const { format, cards, alternatives, readRows: rows } = read({ "gpt-image-2": GPT_IMAGE_2 });
    expect([format, rows]).toEqual(["portkey", 1]);
    expect(cards[0]).toMatchObject({
      id: "openai/gpt-image-2",
      sourceKind: "third_party",
      prices: {
        scheme: "tokens",
        standard: {
          textInput: "5",
          cachedTextInput: "1.25",
          imageInput: "8",
          cachedImageInput: "2",
          imageOutput: "30",
          textOutput: null,
        },
      },
    });
    expect(alternatives[0]?.prices).toMatchObject({
      scheme: "per_image",
      standard: [
        { size: "1024x1024", quality: "high", price: "0.211" },
        { size: "1024x1536", quality: "high", price: "0.165" },
        { size: "1024x1024", quality: "low", price: "0.006" },
      ],
    });
  });

  test("has one price for any picture where the file names no other", () => {
    const { cards } = read({ core: config({ image: { default: { default: { price: 3 } } } }) });
    expect(cards[0]?.prices).toMatchObject({ standard: [{ size: "any", quality: "any", price: "0.03" }] });
  });

  test("has no price whatever the quality where its price depends on that", () => {
    const list = { "gpt-image-9": config({ image: { default: { "1024x1024": { price: 21.1 } } } }) };
    expect(read(list).unread[0]?.reason).toMatch(/names no quality/);
  });

  test("keeps the price of an image token where Google's files have it, and batch prices", () => {
    const { cards } = read({
      "gemini-3-pro-image": config(
        {
          request_token: { price: 0.0002 },
          response_token: { price: 0.0012 },
          additional_units: { image_token: { price: 0.012 } },
        },
        { batch_config: { request_token: { price: 0.0001 }, response_token: { price: 0.0006 } } },
      ),
    });
    expect(cards[0]?.prices).toMatchObject({
      standard: { textInput: "2", textOutput: "12", imageOutput: "120" },
      batch: { textInput: "1", textOutput: "6", imageOutput: null },
    });
  });

  test("has no batch prices where the file's are for something else", () => {
    const prices = { request_token: { price: 0.0005 }, response_image_token: { price: 0.003 } };
    const { cards } = read({
      "gpt-image-9": config(prices, { batch_config: { request_audio_token: { price: 0.001 } } }),
    });
    expect(cards[0]?.prices).toMatchObject({ standard: { imageOutput: "30" }, batch: null });
  });

  test("that makes no pictures is passed over", () => {
    const { otherRows, cards, unread } = read({
      default: config({ request_token: { price: 0 } }),
      "gpt-6": config({ request_token: { price: 0.001 } }),
      "gpt-realtime": config({ request_image_token: { price: 0.0005 }, response_token: { price: 0.002 } }),
    });
    expect([otherRows, cards, unread]).toEqual([3, [], []]);
  });
});

describe("what is wrong with a model", () => {
  test.each([
    [
      "a text",
      { image: { high: { "1024x1024": { price: "21.1" } } } },
      /“image.high.1024x1024.price” must be a number/,
    ],
    ["a bare number", { image: { high: { "1024x1024": 21.1 } } }, /must be an object, and is a number/],
    ["a list of qualities", { image: [21.1] }, /“image” must be an object, and is a list/],
    ["an unknown quality", { image: { best: { "1024x1024": { price: 1 } } } }, /“best” is not a quality/],
    ["an unknown size", { image: { high: { square: { price: 1 } } } }, /“square” is not a size/],
    ["only zeros", { image: { default: { default: { price: 0 } } } }, /no price for the pictures/],
    ["an unknown unit", { image_steps: { price: 1 } }, /“image_steps”, a unit that is not known/],
    ["a negative price", { image: { high: { "1024x1024": { price: -1 } } } }, /from zero on/],
  ])("%s is said of its row", (_what, prices, reason) => {
    const { unread, cards } = read({ "some-image-model": config(prices) });
    expect(cards).toEqual([]);
    expect(unread).toEqual([{ row: "some-image-model", reason: expect.stringMatching(reason) as string }]);
  });

  test("another currency is not read as cents", () => {
    const { unread } = read({
      core: config({ image: { default: { default: { price: 3 } } } }, { currency: "EUR" }),
    });
    expect(unread[0]?.reason).toMatch(/currency is the text “EUR”/);
  });

  test("a model without its config", () => {
    const { unread } = readText('{"a":{"pricing_config":5},"b":null}', "portkey", "openai");
    expect(unread.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/“pricing_config” must be an object, and is a number/),
      expect.stringMatching(/must be an object, and is null/),
    ]);
  });
});
