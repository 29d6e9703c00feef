/** Spellings of a provider in price lists, by the name that calls carry. */
const PROVIDERS: Record<string, string> = {
  "azure-openai": "azure",
  azure_openai: "azure",
  "azure-ai": "azure_ai",
  "vertex-ai": "vertex_ai",
  google: "gemini",
  "google-ai-studio": "gemini",
  "stability-ai": "stability",
  stability_ai: "stability",
  "fal-ai": "fal_ai",
  fal: "fal_ai",
  "black-forest-labs": "black_forest_labs",
  bfl: "black_forest_labs",
  "aws-bedrock": "bedrock",
  runway: "runwayml",
};

/** One name for each provider, so that lists which spell it differently can be compared. */
export function commonProvider(provider: string): string {
  const name = provider.trim().toLowerCase();
  if (name.startsWith("vertex_ai")) return "vertex_ai";
  return PROVIDERS[name] ?? name;
}
