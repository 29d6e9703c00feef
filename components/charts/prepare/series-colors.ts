/** Colours that mean something in every chart. */
export const MEANING_COLORS = {
  actual: "var(--ink)",
  forecast: "var(--accent)",
  outlook: "var(--ink)",
  budget: "var(--faint)",
  comparison: "var(--faint)",
  baseline: "var(--accent)",
  rework: "var(--rework)",
  growth: "var(--growth)",
  other: "light-dark(#8d8b84, #7a7871)",
} as const;

/**
 * Nine colours for things that only need telling apart, each dark or light enough for its theme and distinct under
 * red- and green-blindness. None is the red of over or the green of under.
 */
export const SERIES_PALETTE = [
  { light: "#3656d4", dark: "#8ea2f8" },
  { light: "#d97706", dark: "#e9a23b" },
  { light: "#0d9488", dark: "#3dbfb0" },
  { light: "#a177d2", dark: "#98d2e7" },
  { light: "#14677a", dark: "#427ede" },
  { light: "#9e5d12", dark: "#9f8f66" },
  { light: "#640c2f", dark: "#846195" },
  { light: "#423079", dark: "#f9ce9f" },
  { light: "#6b3f0b", dark: "#9f5b20" },
] as const;

export function paletteColor(slot: number): string {
  const color = SERIES_PALETTE[slot % SERIES_PALETTE.length] ?? SERIES_PALETTE[0];
  return `light-dark(${color.light}, ${color.dark})`;
}

/**
 * A colour for each visible key. A key has its place in the list of all known keys, so that it keeps its colour when
 * a filter hides its neighbours; only where two visible keys would share one does the later move on.
 */
export function prepareSeriesColors(
  visibleKeys: readonly string[],
  knownKeys: readonly string[],
): Map<string, string> {
  const places = new Map(knownKeys.map((key, index) => [key, index]));
  const taken = new Set<number>();
  const colors = new Map<string, string>();
  for (const key of visibleKeys) {
    let slot = (places.get(key) ?? 0) % SERIES_PALETTE.length;
    while (taken.has(slot) && taken.size < SERIES_PALETTE.length) slot = (slot + 1) % SERIES_PALETTE.length;
    taken.add(slot);
    colors.set(key, paletteColor(slot));
  }
  return colors;
}
