export { SOURCE_WORDS, type CitedCard } from "./cited-card";
export { derive, type Derivation, type DerivationInput, type StepsMake } from "./derivation";
export { amountText, derivationText } from "./derivation-text";
export { deriveCall, type CallFindings, type StoredPrice } from "./derive-call";
export { deriveCalls, type CallGroup, type CallMeasure, type CallSums } from "./derive-calls";
export { deriveDifference } from "./derive-difference";
export { deriveForecastLine, deriveForecastSum, deriveForecastToDate } from "./derive-forecast";
export { deriveOutlook } from "./derive-outlook";
export { deriveEstimate } from "./derive-estimate";
export { deriveProjectedMonth } from "./derive-projected-month";
export {
  deriveAverageMonth,
  derivePeakMonth,
  deriveProjectedImage,
  deriveProjectedTotal,
  type ProjectionToDerive,
} from "./derive-projection";
export { deriveQuotient } from "./derive-quotient";
export { deriveVersion } from "./derive-version";
export { microText } from "./number-words";
