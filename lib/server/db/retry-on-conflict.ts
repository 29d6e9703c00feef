import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { isConflict } from "./is-conflict";

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 20;

/** Transactions kept colliding. The last collision is the cause. */
export class ConflictExhaustedError extends Error {
  override readonly name = "ConflictExhaustedError";
}

/** Runs a whole transaction again when PostgreSQL sacrificed it to another one, after a growing, random pause. */
export async function retryOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (number === ATTEMPTS) {
        throw new ConflictExhaustedError(`The transaction collided ${ATTEMPTS} times.`, { cause: error });
      }
      await sleep(FIRST_PAUSE_MS * 2 ** number * Math.random());
    }
  }
}
