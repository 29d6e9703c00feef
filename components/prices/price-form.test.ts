import { describe, expect, it } from "vitest";
import { rateCardSchema } from "@/lib/contracts/prices";
import { CATALOGUE } from "@/lib/pricing/catalogue";
import { emptyPriceForm, priceFormResolver, tokenListPrice } from "./price-form";

const cards = CATALOGUE.map((card) => rateCardSchema.parse(card));
const resolve = priceFormResolver(cards);
const options = { fields: {}, shouldUseNativeValidation: undefined };
const base = emptyPriceForm("2026-11-23");

describe("the form for a price", () => {
  it("multiplies the provider's list for a gateway that bills by token", async () => {
    const { values } = await resolve({ ...base, multiplier: "1.2" }, undefined, options);
    expect(values).toMatchObject({
      provider: "wisgate",
      name: "wisgate gpt-image-2",
      prices: { scheme: "tokens", multiplier: "1.2", standard: { imageOutput: "30.00" } },
    });
  });

  it("says at the table's own box that an amount is missing", async () => {
    const { errors } = await resolve({ ...base, scheme: "per_image" }, undefined, options);
    expect(errors).toHaveProperty("images.0.price.message");
  });

  it("refuses a negative price and a factor of zero", async () => {
    const flat = await resolve({ ...base, scheme: "per_call", price: "-0.03" }, undefined, options);
    expect(flat.errors).toHaveProperty("price.message");
    const factor = await resolve({ ...base, multiplier: "0" }, undefined, options);
    expect(factor.errors).toHaveProperty("multiplier.message");
  });

  it("says that there is no list to multiply", async () => {
    expect(tokenListPrice(cards, "flux-pro")).toBeNull();
    const { errors } = await resolve({ ...base, model: "flux-pro" }, undefined, options);
    expect(errors).toHaveProperty("scheme.message");
  });
});
