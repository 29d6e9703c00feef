import { describe, expect, it } from "vitest";
import { PLAIN_TERMS, type RateCard, type RateCardPrices } from "@/lib/pricing";
import { describeMainPrice, isPlain, lifecycleOn } from "./describe-rate-card";

const card = (prices: RateCardPrices) => ({ prices }) as RateCard;

describe("describeMainPrice", () => {
  it("says a flat price with its factor", () => {
    expect(
      describeMainPrice(card({ scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1.2" })),
    ).toBe("$0.03 a call × 1.2");
  });

  it("says the span of a table of image prices, whatever their order", () => {
    const standard = [
      { size: "1024x1024", quality: "high", price: "0.211" },
      { size: "1024x1024", quality: "low", price: "0.006" },
    ];
    expect(describeMainPrice(card({ scheme: "per_image", standard, batch: null, multiplier: "1.00" }))).toBe(
      "$0.006 to $0.211 an image",
    );
  });

  it("names a currency that is not the dollar", () => {
    const currency = { code: "EUR", usdPerUnit: "1.08" };
    const terms = { ...PLAIN_TERMS, currency };
    const prices = { scheme: "per_call", price: "0.03", batchPrice: null, multiplier: "1", terms } as const;
    expect(describeMainPrice(card(prices))).toBe("EUR 0.03 a call");
  });
});

describe("isPlain", () => {
  it.each(["1", "1.0", "01.000"])("%s changes nothing", (text) => expect(isPlain(text)).toBe(true));
  it.each(["1.2", "0.8", "10", "1.01"])("%s does", (text) => expect(isPlain(text)).toBe(false));
});

describe("lifecycleOn", () => {
  it("counts the days that are left", () => {
    expect(lifecycleOn({ shutdownOn: "2026-12-01" }, "2026-11-23")).toEqual({ state: "ending", daysLeft: 8 });
  });

  it("has ended on the shutdown date", () => {
    expect(lifecycleOn({ shutdownOn: "2026-12-01" }, "2026-12-01")).toEqual({ state: "ended" });
  });
});
