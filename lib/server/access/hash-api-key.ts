import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { requireSecret } from "@/lib/server/env";

/**
 * What is stored of a key. It is keyed with a pepper that is not in the database, so a stolen database neither yields
 * keys nor lets anyone plant one; a slow hash would add nothing to 256 random bits.
 */
export function hashApiKey(key: string): string {
  const pepper = hkdfSync("sha256", requireSecret(), "", "pixelcast api key v1", 32);
  return createHmac("sha256", Buffer.from(pepper)).update(key).digest("hex");
}
