import { expect, test } from "vitest";
import { priceListBodySchema } from "./price-lists";

test("a price list's dates are days on which a price can hold", () => {
  const body = { content: "{}", name: "List", checkedOn: "2026-11-23", validFrom: "2026-12-01" };
  expect(priceListBodySchema.safeParse(body).success).toBe(true);
  for (const date of ["0001-01-01", "1999-12-31", "2200-01-01", "9999-12-31", "2026-02-30"]) {
    expect(priceListBodySchema.safeParse({ ...body, validFrom: date }).success).toBe(false);
    expect(priceListBodySchema.safeParse({ ...body, checkedOn: date }).success).toBe(false);
  }
});
