/** What search engines read about the page. */
export function structuredData(): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "WebApplication",
    name: "Pixelcast AI image cost calculator",
    applicationCategory: "BusinessApplication",
    operatingSystem: "Any",
    isAccessibleForFree: true,
    description:
      "Cost of AI image generation by model, size, quality and monthly volume, with the computation.",
  };
}
