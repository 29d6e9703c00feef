import "server-only";
import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "pxc_live_";
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** What 256 and 32 bits need at most in base 62. */
const RANDOM_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

/** A new key: `pxc_live_`, 256 random bits in base 62, and a checksum. */
export function newApiKey(): string {
  const random = base62(BigInt(`0x${randomBytes(32).toString("hex")}`), RANDOM_LENGTH);
  return `${PREFIX}${random}${checksum(`${PREFIX}${random}`)}`;
}

/** Whether a text is a key at all: a mistyped or cut key is told apart without asking the database. */
export function isApiKeyWellFormed(text: string): boolean {
  if (!/^pxc_live_[0-9A-Za-z]{49}$/.test(text)) return false;
  return checksum(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);
}

/** Enough to recognise a key in a list, too little to use it. */
export function apiKeyPrefix(key: string): string {
  return key.slice(0, PREFIX.length + 4);
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), CHECKSUM_LENGTH);
}

function base62(value: bigint, length: number): string {
  let digits = "";
  for (let rest = value; digits.length < length; rest /= 62n)
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
  return digits;
}
