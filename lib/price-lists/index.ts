export { comparePriceLists, keepOmittedFacts } from "./compare-price-lists";
export type { CardChange, FieldChange, PriceListDiff } from "./compare-price-lists";
export type { Disagreement, Statement } from "./compare-statements";
export { findDisagreements } from "./find-disagreements";
export type { PriceSource } from "./find-disagreements";
export { PriceListProblem } from "./price-list";
export type { PriceListFormat, PriceListOrigin, ReadPriceList, UnreadRow } from "./price-list";
export { readPriceList } from "./read-price-list";
