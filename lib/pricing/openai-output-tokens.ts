import type { OutputTokenSource } from "./rate-card";

/**
 * OpenAI's table of output tokens, the same for gpt-image-1, gpt-image-1.5 and gpt-image-1-mini, and beside each its
 * price per image of gpt-image-1-mini, which is not those tokens times that model's token price.
 */
const ROWS = [
  { size: "1024x1024", quality: "low", tokens: 272, miniUsd: "0.005" },
  { size: "1024x1536", quality: "low", tokens: 408, miniUsd: "0.006" },
  { size: "1536x1024", quality: "low", tokens: 400, miniUsd: "0.006" },
  { size: "1024x1024", quality: "medium", tokens: 1056, miniUsd: "0.011" },
  { size: "1024x1536", quality: "medium", tokens: 1584, miniUsd: "0.015" },
  { size: "1536x1024", quality: "medium", tokens: 1568, miniUsd: "0.015" },
  { size: "1024x1024", quality: "high", tokens: 4160, miniUsd: "0.036" },
  { size: "1024x1536", quality: "high", tokens: 6240, miniUsd: "0.052" },
  { size: "1536x1024", quality: "high", tokens: 6208, miniUsd: "0.052" },
];

export const GPT_IMAGE_1_OUTPUT: OutputTokenSource = {
  kind: "table",
  entries: ROWS.map(({ size, quality, tokens }) => ({ size, quality, tokens })),
};

export const GPT_IMAGE_1_MINI_OUTPUT: OutputTokenSource = {
  kind: "priced_table",
  entries: ROWS.map(({ size, quality, tokens, miniUsd }) => ({ size, quality, tokens, price: miniUsd })),
};
