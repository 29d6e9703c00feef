import type { ExplanationQuery } from "@/lib/contracts/explanations";
import type { Derivation } from "@/lib/derivations";

/** What to ask the server, or, for what only this page knows, a function that derives it. */
export type Explainable = ExplanationQuery | (() => Derivation | null);
