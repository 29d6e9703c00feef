export type { Growth, MixLine, ScenarioDrivers, Stage } from "./drivers";
