import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** The OWASP minimum for argon2id, which is this package's default algorithm. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/**
 * Whether the password belongs to the hash. Without a hash, because nobody has that e-mail address, it does the same
 * work against a decoy, so that the time an answer takes does not tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString("hex"));
  const matches = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && matches;
}
