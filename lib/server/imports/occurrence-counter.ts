import "server-only";
import { hash } from "node:crypto";

const FIRST_CAPACITY = 1 << 16;

/**
 * Counts how often a content has come, in about 16 bytes for each different one: a Map would take several times that and
 * has a limit below the rows of a large file. Of two contents whose first 52 bits are alike, which a file of ten
 * million rows has with one chance in ninety, the second one only gets a higher number, the same in every import.
 */
export class OccurrenceCounter {
  #keys = new Float64Array(FIRST_CAPACITY);
  #counts = new Uint32Array(FIRST_CAPACITY);
  #size = 0;

  /** How often this content has come, now included. */
  count(content: string): number {
    if (this.#size * 2 > this.#keys.length) this.#grow();
    const key = Number.parseInt(hash("sha256", content, "hex").slice(0, 13), 16);
    const slot = this.#slotOf(key);
    if (this.#counts[slot] === 0) {
      this.#keys[slot] = key;
      this.#size += 1;
    }
    return (this.#counts[slot] = (this.#counts[slot] ?? 0) + 1);
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key % this.#keys.length;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    for (let index = 0; index < keys.length; index += 1) {
      const [key, count] = [keys[index] ?? 0, counts[index] ?? 0];
      if (count === 0) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#counts[slot] = count;
    }
  }
}
