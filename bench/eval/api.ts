import { setTimeout as sleep } from "node:timers/promises";
import { IMPORT_PART_BYTES, type Import } from "@/lib/contracts/imports";
import type { ImportMapping } from "@/lib/imports";

const POLL_MS = 20;

/** The product's API as a program uses it, with one key. */
export class Api {
  constructor(
    private readonly origin: string,
    private readonly apiKey: string,
  ) {}

  async ask<Answer>(method: string, path: string, body?: object | Uint8Array<ArrayBuffer>): Promise<Answer> {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${this.origin}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.apiKey}`,
        "content-type": isFile ? "application/octet-stream" : "application/json",
      },
      ...(body && { body: isFile ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** Uploads a file and has it read; answers the import's id while that goes on. */
  async startImport(fileName: string, bytes: Buffer, mapping: ImportMapping): Promise<string> {
    const { id } = await this.ask<Import>("POST", "imports", { fileName, fileBytes: bytes.byteLength });
    for (let position = 0; position * IMPORT_PART_BYTES < bytes.byteLength; position += 1) {
      const start = position * IMPORT_PART_BYTES;
      const part = Uint8Array.from(bytes.subarray(start, start + IMPORT_PART_BYTES));
      await this.ask("PUT", `imports/${id}/parts/${position}`, part);
    }
    await this.ask("POST", `imports/${id}/inspect`);
    await this.ask("POST", `imports/${id}/start`, { mapping });
    return id;
  }

  /** The import once it is as far as asked, or can go no further. */
  async waitFor(importId: string, isThere: (current: Import) => boolean): Promise<Import> {
    for (;;) {
      const current = await this.ask<Import>("GET", `imports/${importId}`);
      if (isThere(current)) return current;
      if (["failed", "cancelled", "partly_undone"].includes(current.status))
        throw new Error(`The import is ${current.status}: ${current.failure ?? ""}`);
      await sleep(POLL_MS);
    }
  }
}
