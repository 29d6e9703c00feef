import "server-only";

/**
 * Why a source could not be read, in words for whoever looks after the connector.
 * refused: the key or the address is wrong, and trying again cannot help. slow_down: it asked to wait. unreachable: it may
 * be better in a while. unreadable: it answered something else than it documents.
 */
export class SourceFailure extends Error {
  override readonly name = "SourceFailure";

  constructor(
    readonly kind: "refused" | "slow_down" | "unreachable" | "unreadable",
    message: string,
    /** How long the source asked to wait. */
    readonly waitMs: number | null = null,
  ) {
    super(message);
  }
}
