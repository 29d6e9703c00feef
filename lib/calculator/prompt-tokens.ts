export const PROMPT_UNITS = ["tokens", "characters", "words"] as const;
export type PromptUnit = (typeof PROMPT_UNITS)[number];

/** The rule of thumb for English: about four characters, or three quarters of a word, to a token. */
const CHARACTERS_PER_TOKEN = 4;
const TOKENS_PER_THREE_WORDS = 4;

/** What is billed on top of the prompt itself at /v1/images/generations; measured by third parties, not documented. */
export const TOKENS_AROUND_A_PROMPT = 6;

/**
 * The text input tokens that a prompt is billed as. A length in tokens is taken as billed; one in characters or words
 * is an estimate, rounded up, with the tokens around the prompt added. No prompt is no tokens.
 */
export function promptTokens(length: number, unit: PromptUnit): number {
  if (unit === "tokens" || length === 0) return length;
  const own =
    unit === "characters"
      ? Math.ceil(length / CHARACTERS_PER_TOKEN)
      : Math.ceil((length * TOKENS_PER_THREE_WORDS) / 3);
  return own + TOKENS_AROUND_A_PROMPT;
}

/** The length of a prompt as people count it: code points, so that an emoji is one. */
export function countCharacters(prompt: string): number {
  return [...prompt].length;
}
