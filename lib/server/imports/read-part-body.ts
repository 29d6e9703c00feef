import "server-only";
import { IMPORT_PART_BYTES } from "@/lib/contracts/imports";
import { readBytes } from "@/lib/server/http/read-json";
import { RequestError } from "@/lib/server/http/request-error";

/** The bytes of one part of a file, as they stand in it. */
export async function readPartBody(request: Request): Promise<Uint8Array> {
  const [type = ""] = (request.headers.get("Content-Type") ?? "").split(";");
  const encoding = request.headers.get("Content-Encoding") ?? "identity";
  if (
    type.trim().toLowerCase() !== "application/octet-stream" ||
    encoding.trim().toLowerCase() !== "identity"
  ) {
    throw new RequestError(
      "unsupported_media_type",
      "Send the part as application/octet-stream, not compressed.",
    );
  }
  return readBytes(request, IMPORT_PART_BYTES);
}
