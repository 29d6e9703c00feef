import { createCellReader, membersOf } from "../nested-cell";

/** The columns of a file and its first rows, by which kinds of logs are told apart. */
export class FileSample {
  readonly #columns: ReadonlySet<string>;
  readonly #values = new Map<string, readonly string[]>();

  constructor(
    readonly columns: readonly string[],
    private readonly rows: readonly ReadonlyMap<string, string>[],
  ) {
    this.#columns = new Set(columns);
  }

  /** Whether the header names all of these columns. */
  names(...columns: readonly string[]): boolean {
    return columns.every((column) => this.#columns.has(column));
  }

  /** Whether any row says something in this column, which may be inside another one. */
  has(column: string): boolean {
    return this.valuesOf(column).length > 0;
  }

  /** What the rows say in a column, empty cells left out. */
  valuesOf(column: string): readonly string[] {
    const known = this.#values.get(column);
    if (known !== undefined) return known;
    const read = createCellReader(column);
    const values = this.rows.map((cells) => read(cells)?.trim() ?? "").filter((value) => value !== "");
    this.#values.set(column, values);
    return values;
  }

  /** The different values of a column. */
  spellingsOf(column: string): string[] {
    return [...new Set(this.valuesOf(column))];
  }

  /** The first of these columns that the header names, or that any row says something in. */
  first(...columns: readonly string[]): string | undefined {
    return columns.find((column) => this.#columns.has(column) || this.has(column));
  }

  /** The names inside a column that holds JSON objects, or whose parts are columns of their own. */
  membersOf(column: string): string[] {
    const names = new Set<string>();
    for (const name of this.columns)
      if (name.startsWith(`${column}.`)) names.add(name.slice(column.length + 1));
    for (const cell of this.valuesOf(column)) for (const name of membersOf(cell).keys()) names.add(name);
    return [...names];
  }
}
