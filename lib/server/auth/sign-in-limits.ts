import "server-only";
import { refuseUntil } from "@/lib/server/http/refuse-until";
import { TokenBucket } from "@/lib/server/http/token-bucket";

/** From one address for one e-mail: ten tries, then one every ten seconds. */
const perPair = new TokenBucket(10, 10_000);
/** For one e-mail from anywhere: enough that a stranger's guessing does not lock its owner out at once. */
const perEmail = new TokenBucket(100, 5_000);

export interface SignInTry {
  /** How long to wait before the next try; 0 when this one may go ahead. */
  waitSeconds: number;
  /** Takes the try back, for the one that succeeded. */
  forgive: () => void;
}

/** Counts one try to sign in. */
export function countSignIn(address: string, email: string, now: Date): SignInTry {
  const pair = `${address} ${email}`;
  return {
    waitSeconds: perPair.take(pair, now) || perEmail.take(email, now),
    forgive() {
      perPair.giveBack(pair);
      perEmail.giveBack(email);
    },
  };
}

const perPasswordChange = new TokenBucket(10, 10_000);

/** Counts one try to change a password, so that a borrowed browser is no place to guess the current one. */
export function countPasswordChange(userId: string, now: Date): void {
  refuseUntil(perPasswordChange.take(userId, now));
}

const perSetUpAddress = new TokenBucket(10, 30_000);

/** Counts one try to set the product up. */
export function countSetUp(address: string, now: Date): void {
  refuseUntil(perSetUpAddress.take(address, now));
}
