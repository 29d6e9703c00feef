export { isAdditive, type Measure, MEASURE_UNITS, measureNano, MEASURES, type MeasureSums } from "./measures";
export {
  type PreviousSpan,
  previousSpan,
  type SeriesInterval,
  type SeriesPeriod,
  seriesPeriods,
} from "./series-periods";
export { seriesValues } from "./series-values";
export { type DaySpan, wholeMonths } from "./whole-months";
