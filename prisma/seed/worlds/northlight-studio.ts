import type { World } from "../world";
import { landingHeroes } from "./northlight-studio/landing-heroes";
import { onboardingAvatars } from "./northlight-studio/onboarding-avatars";
import { productPhotos } from "./northlight-studio/product-photos";

/**
 * A small studio's first year with generated images: from a few hundred dollars a month to about four thousand, with
 * a launch that cost far more than its forecast. Everything in it is invented.
 */
export const northlightStudio: World = {
  slug: "demo",
  name: "Northlight Studio (sample)",
  timeZone: "Europe/Berlin",
  monthlyBudgetUsd: "3600",
  rateCards: [
    {
      month: -4,
      card: {
        provider: "wisgate",
        model: "gpt-image-2",
        name: "WisGate gpt-image-2 (sample price)",
        notes:
          "A sample price, not WisGate's: WisGate publishes none. Enter what your own account is charged.",
        prices: {
          scheme: "per_image",
          standard: [
            { size: "1024x1024", quality: "low", price: "0.006" },
            { size: "1024x1024", quality: "medium", price: "0.049" },
            { size: "1024x1024", quality: "high", price: "0.195" },
            { size: "1536x1024", quality: "medium", price: "0.039" },
            { size: "1536x1024", quality: "high", price: "0.155" },
          ],
          batch: null,
          multiplier: "1",
        },
      },
    },
  ],
  billingRules: [
    {
      provider: "wisgate",
      outcome: "failed",
      errorCode: "connection_lost",
      verdict: "billed",
      note: "A sample rule, not WisGate's: WisGate publishes none. The balance went down although nothing arrived.",
    },
  ],
  trackedTags: ["team", "channel"],
  workflows: [landingHeroes, productPhotos, onboardingAvatars],
};
