export { allocate } from "./allocate";
export {
  formatPercent,
  formatSignedUsd,
  formatUnitUsd,
  formatUsd,
  formatUsdEstimate,
  formatUsdExact,
  formatUsdShort,
} from "./format";
export { divideHalfEven } from "./round";
export { ZERO_NANO_USD, nanoUsd, parseUsd, sumNanoUsd, usdDecimal } from "./usd";
export type { NanoUsd } from "./usd";
