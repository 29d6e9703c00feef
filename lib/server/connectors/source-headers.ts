import "server-only";
import type { ConnectorKind } from "@/lib/connectors";
import type { Credentials } from "./seal-credentials";

/** How each source wants to be shown its key. */
export function sourceHeaders(
  kind: ConnectorKind,
  { secretKey, publicKey }: Credentials,
): Record<string, string> {
  const basic = () => Buffer.from(`${publicKey ?? ""}:${secretKey}`, "utf8").toString("base64");
  return { authorization: kind === "langfuse" ? `Basic ${basic()}` : `Bearer ${secretKey}` };
}
