const ABANDONMENT_CHECK_MS = 1_000;

/** Why the product should stop: somebody asked, or npm, which started it, is gone. */
export class StopRequest extends Error {
  override readonly name = "StopRequest";
}

/**
 * A signal that aborts when the product should stop. Ctrl-C arrives more than once, from the terminal and again from
 * npm, so that later ones mean nothing new.
 */
export function listenForStop(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new StopRequest("Stopping."));
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  // npm that is killed cannot pass it on; the system then gives its child another parent. The scripts "start" and "dev"
  // replace their shell by this process, so that the parent is npm.
  if (process.env.npm_lifecycle_event !== undefined) {
    const npm = process.ppid;
    setInterval(() => process.ppid !== npm && stop(), ABANDONMENT_CHECK_MS).unref();
  }
  return controller.signal;
}

/** Rejects with the signal's reason when it aborts, and never resolves: for racing against work. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });
}
