export { compareWithForecast, type Direction, type Variance } from "./compare-with-forecast";
