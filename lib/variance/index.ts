export { compareWithForecast, type Variance } from "./compare-with-forecast";
