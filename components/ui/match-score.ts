/**
 * How well an option answers what was typed, for cmdk: 0 hides it. Every typed word must be the beginning of a word or
 * at least stand somewhere in it; letters strewn over the text are no match, as they would be in cmdk's own filter.
 */
export function matchScore(value: string, search: string, keywords: readonly string[] = []): number {
  const words = plain([value, ...keywords].join(" ")).split(" ");
  const wanted = plain(search).split(" ").filter(Boolean);
  const scores = wanted.map((part) => {
    if (words.includes(part)) return 1;
    if (words.some((word) => word.startsWith(part))) return 0.9;
    return words.some((word) => word.includes(part)) ? 0.4 : 0;
  });
  return Math.min(1, ...scores);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
