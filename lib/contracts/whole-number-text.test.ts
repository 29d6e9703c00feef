import { expect, test } from "vitest";
import { connectorEndpoints } from "./connectors";
import { wholeNumberText } from "./values";

const limit = wholeNumberText(1, 500);

test.each(["1", "50", "500"])("%s is a whole number in an address", (text) => {
  expect(limit.parse(text)).toBe(Number(text));
});

test.each(["", " 5", "5 ", "+5", "05", "5.0", "5e1", "0x10", "0b11", "Infinity", "-1", "501", "5,0"])(
  "“%s” is none",
  (text) => {
    expect(limit.safeParse(text).success).toBe(false);
  },
);

test("a source is not read from before there was one", () => {
  const { body } = connectorEndpoints.backfillConnector;
  expect(body?.safeParse({ from: "2015-01-01" }).success).toBe(true);
  expect(body?.safeParse({ from: "2014-12-31" }).success).toBe(false);
  expect(body?.safeParse({ from: "0001-01-01" }).success).toBe(false);
});
