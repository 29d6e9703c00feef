import "server-only";
import { RequestError } from "@/lib/server/http/request-error";

/**
 * Where the next page of a list begins: the moment and id of the last row given, opaque to clients. A page is found by
 * these and not by counting rows, so that it neither slows down nor repeats rows as the list grows.
 */
export function writeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

export function readCursor(cursor: string): { at: Date; id: string } {
  const value = parse(Buffer.from(cursor, "base64url").toString());
  if (Array.isArray(value) && value.length === 2) {
    const [at, id] = value as unknown[];
    const isId = typeof id === "string" && /^[A-Za-z0-9_.:-]+$/.test(id);
    if (isId && typeof at === "string" && isInstant(at)) return { at: new Date(at), id };
  }
  const message = "This is not a cursor that a page of this list gave";
  throw new RequestError("invalid_request", `cursor: ${message}.`, [{ path: "cursor", message }]);
}

function isInstant(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
