import "server-only";

/** Somebody paused, changed or deleted the connector, or another server goes on with it. */
export class ReadingStopped extends Error {
  override readonly name = "ReadingStopped";
}
