export {
  addMeasureSums,
  isAdditive,
  type Measure,
  MEASURE_UNITS,
  measureNano,
  MEASURES,
  type MeasureSums,
  type MeasureUnit,
  NO_CALLS,
  UNIT_NANO,
} from "./measures";
export {
  type PreviousSpan,
  previousSpan,
  type SeriesInterval,
  type SeriesPeriod,
  seriesPeriods,
} from "./series-periods";
export { type SeriesPoint, seriesValues } from "./series-values";
