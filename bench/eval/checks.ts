/** What was expected beside what was found, as a table, and whether all of it agrees. */
export class Checks {
  readonly #rows: { check: string; expected: string; found: string; isRight: boolean }[] = [];

  add(check: string, expected: unknown, found: unknown): void {
    const [right, actual] = [asText(expected), asText(found)];
    this.#rows.push({ check, expected: right, found: actual, isRight: right === actual });
  }

  /** Groups that are compared one by one, and counted in one line. */
  addGroups<T>(check: string, expected: ReadonlyMap<string, T>, found: ReadonlyMap<string, T>): void {
    const names = [...new Set([...expected.keys(), ...found.keys()])];
    const wrong = names.filter((name) => asText(expected.get(name)) !== asText(found.get(name)));
    this.add(check, `${expected.size} groups, 0 differ`, `${found.size} groups, ${wrong.length} differ`);
    for (const name of wrong.slice(0, 10)) this.add(`  ${name}`, expected.get(name), found.get(name));
  }

  get areRight(): boolean {
    return this.#rows.every(({ isRight }) => isRight);
  }

  get table(): string {
    const widest = Math.max(...this.#rows.map(({ check }) => check.length));
    const lines = this.#rows.map(({ check, expected, found, isRight }) =>
      isRight
        ? `ok    ${check.padEnd(widest)}  ${found}`
        : `WRONG ${check.padEnd(widest)}  ${found}, expected ${expected}`,
    );
    const wrong = this.#rows.filter(({ isRight }) => !isRight).length;
    return [...lines, `${this.#rows.length - wrong} checks agree, ${wrong} differ`].join("\n");
  }
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return (
    JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)) ??
    "none"
  );
}
