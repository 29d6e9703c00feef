import { ConfigurationError } from "@/lib/server/env";
import { RequestError } from "@/lib/server/http/request-error";

/** Runs a command to its exit code. A mistake of the person at the terminal is a sentence, a mistake of ours a stack. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isTheirs =
      error instanceof ConfigurationError || error instanceof RequestError || isUsageError(error);
    console.error(isTheirs ? error.message : error);
    process.exitCode = 1;
  }
}

/** An option that parseArgs does not know or that lacks its value. */
function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
