export { canonicalCall } from "./canonical-call";
export { implausibleFields } from "./implausible-fields";
export { normaliseCall, type NormalCall, type StatedCall } from "./normalise-call";
export type { ProviderUsage } from "./read-usage";
