export type PasswordStrength = "short" | "weak" | "fair" | "strong";

const MIN_LENGTH = 12;

/**
 * A rough hint while typing. Length counts most, then how many different characters there are; runs such as 1234 or
 * aaaa and the person's own words count for nothing. The server only insists on the length.
 */
export function passwordStrength(password: string, ownWords: readonly string[] = []): PasswordStrength {
  if (password.length < MIN_LENGTH) return "short";
  const lower = password.toLowerCase();
  const bare = ownWords
    .flatMap((word) => word.toLowerCase().split(/[^a-z0-9]+/))
    .filter((word) => word.length > 2)
    .reduce((rest, word) => rest.replaceAll(word, ""), lower);
  const surprising = [...bare].filter((character, index) => {
    const step = character.charCodeAt(0) - bare.charCodeAt(index - 1);
    return index === 0 || Math.abs(step) > 1;
  });
  const variety = new Set(surprising).size;
  if (surprising.length < 8 || variety < 6) return "weak";
  return surprising.length >= 14 && variety >= 9 ? "strong" : "fair";
}
