import "server-only";

interface Running<T> {
  current: Promise<T>;
  /** What is asked while it runs, for all who ask. It has not begun. */
  next: Promise<T> | null;
}

/**
 * Lets those who ask for the same thing at the same time share a look-up. Everybody is answered by one that began after
 * they asked, so that they see what was changed before: who asks while one runs waits for the next.
 */
export class SharedLookUp<T> {
  readonly #running = new Map<string, Running<T>>();

  constructor(private readonly lookUp: (key: string) => Promise<T>) {}

  ask(key: string): Promise<T> {
    const running = this.#running.get(key);
    if (running === undefined) return this.#begin(key);
    const begin = () => this.#begin(key);
    return (running.next ??= running.current.then(begin, begin));
  }

  #begin(key: string): Promise<T> {
    const running: Running<T> = { current: this.lookUp(key), next: null };
    this.#running.set(key, running);
    const forget = () => {
      if (running.next === null) this.#running.delete(key);
    };
    running.current.then(forget, forget);
    return running.current;
  }
}
