import type { RateCard } from "../rate-card";
import { DALL_E_CARDS } from "./dall-e-cards";
import { LISTED_CARDS } from "./listed-cards";
import { OPENAI_CARDS } from "./openai-cards";

/**
 * The prices that ship with the product: first-party cards of OpenAI's image models, and third-party list prices of the
 * rest. Gateways without a public price, such as WisGate, are not here: a workspace enters its own card.
 *
 * It is an entry of its own, because pricing a call in a browser must not load it.
 */
export const CATALOGUE: RateCard[] = [...OPENAI_CARDS, ...DALL_E_CARDS, ...LISTED_CARDS];

export { OTHER_LISTINGS } from "./other-listings";
