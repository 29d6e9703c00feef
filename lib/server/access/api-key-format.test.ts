import fc from "fast-check";
import { expect, test } from "vitest";
import { apiKeyPrefix, isApiKeyWellFormed, newApiKey } from "./api-key-format";

/** CRC-32 bit by bit from its polynomial, unlike the table in Node's zlib. */
function crc32BitByBit(text: string): number {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function fromBase62(text: string): number {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return [...text].reduce((value, digit) => value * 62 + alphabet.indexOf(digit), 0);
}

test("a key is a prefix, 43 digits of randomness and a checksum over both", () => {
  const key = newApiKey();
  expect(key).toMatch(/^pxc_live_[0-9A-Za-z]{43}[0-9A-Za-z]{6}$/);
  expect(fromBase62(key.slice(-6))).toBe(crc32BitByBit(key.slice(0, -6)));
  expect(isApiKeyWellFormed(key)).toBe(true);
});

test("no two keys are alike", () => {
  expect(new Set(Array.from({ length: 2000 }, newApiKey)).size).toBe(2000);
});

test("the prefix shows four of the random digits and no more", () => {
  const key = newApiKey();
  expect(apiKeyPrefix(key)).toBe(key.slice(0, 13));
});

test("any changed, missing or added character is noticed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 57 }),
      fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"),
      (position, character) => {
        const key = newApiKey();
        fc.pre(key[position] !== character);
        const changed = key.slice(0, position) + character + key.slice(position + 1);
        const missing = key.slice(0, position) + key.slice(position + 1);
        const added = key.slice(0, position) + character + key.slice(position);
        for (const wrong of [changed, missing, added]) expect(isApiKeyWellFormed(wrong)).toBe(false);
      },
    ),
  );
});

test.each(["", "pxc_", "pxc_live_", "Bearer pxc_live_x", `pxc_live_${"é".repeat(49)}`])(
  "%j is no key",
  (text) => {
    expect(isApiKeyWellFormed(text)).toBe(false);
  },
);
