import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { requireSecret } from "@/lib/server/env";

/** What a source is asked with. The public key is there for sources that have pairs of keys. */
export interface Credentials {
  secretKey: string;
  publicKey: string | null;
}

const credentialsSchema = z.object({ secretKey: z.string(), publicKey: z.string().nullable() });

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts credentials for the database: AES-256-GCM, with a key of its own derived from the server's secret. They are
 * bound to their row, so that a ciphertext copied into another connector opens nothing.
 */
export function sealCredentials(
  credentials: Credentials,
  workspaceId: string,
  connectorId: string,
): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce);
  cipher.setAAD(rowName(workspaceId, connectorId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(credentials), "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]));
}

/** The server's secret has changed since the credentials were stored, or they were tampered with. */
export class SealedCredentialsError extends Error {
  override readonly name = "SealedCredentialsError";
}

export function openCredentials(sealed: Uint8Array, workspaceId: string, connectorId: string): Credentials {
  try {
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== VERSION) throw new RangeError("An unknown version");
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(1, 1 + NONCE_BYTES));
    decipher.setAAD(rowName(workspaceId, connectorId));
    decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
    const text = Buffer.concat([
      decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
    return credentialsSchema.parse(JSON.parse(text.toString("utf8")));
  } catch (error) {
    throw new SealedCredentialsError("The stored key cannot be opened.", { cause: error });
  }
}

function sealingKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", requireSecret(), "", "pixelcast connector credentials", 32));
}

function rowName(workspaceId: string, connectorId: string): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, connectorId]));
}
