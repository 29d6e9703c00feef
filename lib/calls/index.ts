export { billedByDefault } from "./billed-by-default";
export { canonicalCall } from "./canonical-call";
export { implausibleFields } from "./implausible-fields";
export { normaliseCall, type NormalCall, type StatedCall } from "./normalise-call";
export { readUsage, type ProviderUsage } from "./read-usage";
