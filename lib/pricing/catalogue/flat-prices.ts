/** Models that a list prices at one amount an image, whatever the size and quality, in US dollars. */
export interface FlatPrices {
  provider: string;
  /** Where the list says that it has these prices from; null where it does not say. */
  source: string | null;
  usdPerImage: Readonly<Record<string, string>>;
}

/** From LiteLLM's price file as of 2026-08-01, by the names that calls carry: the provider, and the model without it. */
export const FLAT_PRICES: readonly FlatPrices[] = [
  {
    provider: "aiml",
    source: "https://docs.aimlapi.com/",
    usdPerImage: {
      "flux-pro": "0.065",
      "flux-realism": "0.046",
      "flux/dev": "0.033",
      "flux/kontext-max/text-to-image": "0.104",
      "flux/kontext-pro/text-to-image": "0.052",
      "flux/schnell": "0.004",
    },
  },
  {
    provider: "aiml",
    source: null,
    usdPerImage: {
      "flux-pro/v1.1": "0.052",
      "flux-pro/v1.1-ultra": "0.063",
    },
  },
  {
    provider: "aiml",
    source: "https://docs.aimlapi.com/api-references/image-models/google/imagen-4-ultra-generate",
    usdPerImage: {
      "google/imagen-4.0-ultra-generate-001": "0.078",
    },
  },
  {
    provider: "aiml",
    source: "https://docs.aimlapi.com/api-references/image-models/google/gemini-3-pro-image-preview",
    usdPerImage: {
      "google/nano-banana-pro": "0.195",
    },
  },
  {
    provider: "bedrock",
    source: null,
    usdPerImage: {
      "amazon.titan-image-generator-v1": "0.008",
      "amazon.titan-image-generator-v2": "0.008",
      "amazon.titan-image-generator-v2:0": "0.008",
      "stability.sd3-5-large-v1:0": "0.08",
      "stability.sd3-large-v1:0": "0.08",
      "stability.stable-image-core-v1:0": "0.04",
      "stability.stable-conservative-upscale-v1:0": "0.4",
      "stability.stable-creative-upscale-v1:0": "0.6",
      "stability.stable-fast-upscale-v1:0": "0.03",
      "stability.stable-outpaint-v1:0": "0.06",
      "stability.stable-image-control-sketch-v1:0": "0.07",
      "stability.stable-image-control-structure-v1:0": "0.07",
      "stability.stable-image-erase-object-v1:0": "0.07",
      "stability.stable-image-inpaint-v1:0": "0.07",
      "stability.stable-image-remove-background-v1:0": "0.07",
      "stability.stable-image-search-recolor-v1:0": "0.07",
      "stability.stable-image-search-replace-v1:0": "0.07",
      "stability.stable-image-style-guide-v1:0": "0.07",
      "stability.stable-style-transfer-v1:0": "0.08",
      "stability.stable-image-core-v1:1": "0.04",
      "stability.stable-image-ultra-v1:0": "0.14",
      "stability.stable-image-ultra-v1:1": "0.14",
    },
  },
  {
    provider: "azure_ai",
    source:
      "https://techcommunity.microsoft.com/blog/azure-ai-foundry-blog/black-forest-labs-flux-1-kontext-pro-and-flux1-1-pro-now-available-in-azure-ai-f/4434659",
    usdPerImage: {
      "FLUX-1.1-pro": "0.04",
    },
  },
  {
    provider: "azure_ai",
    source:
      "https://azuremarketplace.microsoft.com/pt-br/marketplace/apps/cohere.cohere-embed-4-offer?tab=PlansAndPrice",
    usdPerImage: {
      "FLUX.1-Kontext-pro": "0.04",
    },
  },
  {
    provider: "azure_ai",
    source: "https://ai.azure.com/explore/models/flux.2-pro/version/1/registry/azureml-blackforestlabs",
    usdPerImage: {
      "flux.2-pro": "0.04",
    },
  },
  {
    provider: "black_forest_labs",
    source: "https://bfl.ai/pricing",
    usdPerImage: {
      "flux-kontext-pro": "0.04",
      "flux-kontext-max": "0.08",
      "flux-pro-1.0-fill": "0.05",
      "flux-pro-1.0-expand": "0.05",
      "flux-pro-1.1": "0.04",
      "flux-pro-1.1-ultra": "0.06",
      "flux-dev": "0.025",
      "flux-pro": "0.05",
    },
  },
  {
    provider: "fal_ai",
    source: null,
    usdPerImage: {
      "bria/text-to-image/3.2": "0.0398",
      "fal-ai/flux-pro/v1.1": "0.04",
      "fal-ai/flux-pro/v1.1-ultra": "0.06",
      "fal-ai/flux/schnell": "0.003",
      "fal-ai/bytedance/seedream/v3/text-to-image": "0.03",
      "fal-ai/bytedance/dreamina/v3.1/text-to-image": "0.03",
      "fal-ai/ideogram/v3": "0.06",
      "fal-ai/imagen4/preview": "0.0398",
      "fal-ai/imagen4/preview/fast": "0.02",
      "fal-ai/imagen4/preview/ultra": "0.06",
      "fal-ai/recraft/v3/text-to-image": "0.0398",
      "fal-ai/stable-diffusion-v35-medium": "0.0398",
      "fal-ai/nano-banana": "0.039",
      "fal-ai/gemini-25-flash-image": "0.039",
    },
  },
  {
    provider: "gemini",
    source: "https://cloud.google.com/vertex-ai/generative-ai/pricing",
    usdPerImage: {
      "imagen-3.0-fast-generate-001": "0.02",
      "imagen-3.0-generate-001": "0.04",
      "imagen-4.0-fast-generate-001": "0.02",
      "imagen-4.0-generate-001": "0.04",
      "imagen-4.0-ultra-generate-001": "0.06",
    },
  },
  {
    provider: "recraft",
    source: "https://www.recraft.ai/docs#pricing",
    usdPerImage: {
      recraftv2: "0.022",
      recraftv3: "0.04",
    },
  },
  {
    provider: "stability",
    source: null,
    usdPerImage: {
      sd3: "0.065",
      "sd3-large": "0.065",
      "sd3-large-turbo": "0.04",
      "sd3-medium": "0.035",
      "sd3.5-large": "0.065",
      "sd3.5-large-turbo": "0.04",
      "sd3.5-medium": "0.035",
      "stable-image-ultra": "0.08",
      inpaint: "0.005",
      outpaint: "0.004",
      erase: "0.005",
      "search-and-replace": "0.005",
      "search-and-recolor": "0.005",
      "remove-background": "0.005",
      "replace-background-and-relight": "0.008",
      sketch: "0.005",
      structure: "0.005",
      style: "0.005",
      "style-transfer": "0.008",
      fast: "0.002",
      conservative: "0.04",
      creative: "0.06",
      "stable-image-core": "0.03",
    },
  },
  {
    provider: "vertex_ai",
    source: "https://cloud.google.com/vertex-ai/generative-ai/pricing",
    usdPerImage: {
      "imagegeneration@006": "0.02",
      "imagen-3.0-fast-generate-001": "0.02",
      "imagen-3.0-generate-001": "0.04",
      "imagen-4.0-fast-generate-001": "0.02",
      "imagen-4.0-generate-001": "0.04",
      "imagen-4.0-ultra-generate-001": "0.06",
    },
  },
  {
    provider: "vertex_ai",
    source: "https://cloud.google.com/vertex-ai/generative-ai/docs/image/edit-insert-objects",
    usdPerImage: {
      "imagen-3.0-capability-001": "0.04",
    },
  },
  {
    provider: "gemini",
    source: "https://ai.google.dev/pricing",
    usdPerImage: {
      "gemini-2.0-flash-exp-image-generation": "0.039",
    },
  },
];
