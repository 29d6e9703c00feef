import "server-only";

/** Why a file cannot be read any further, in words for whoever imports it. */
export class ImportFailure extends Error {
  override readonly name = "ImportFailure";
}
