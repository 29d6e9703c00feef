export {
  decideBilling,
  type BilledBasis,
  type BillingDecision,
  type BillingEvidence,
  type BillingRule,
  type BillingVerdict,
} from "./billing-rules";
export { canonicalCall } from "./canonical-call";
export { DEFAULT_BILLING_RULES } from "./default-billing-rules";
export { implausibleFields } from "./implausible-fields";
export { normaliseCall, type NormalCall, type StatedCall } from "./normalise-call";
export type { ProviderUsage } from "./read-usage";
