export type { Growth, MixLine, ScenarioDrivers, Stage } from "./drivers";
export { currentForecasts, forecastsInForce, type Commitment } from "./forecast-in-force";
export { ENGINE_VERSION, projectScenario } from "./project-scenario";
export type { ScenarioProblem } from "./problem";
export type { ProjectedMonth, ProjectedTotal, Projection } from "./projection";
export type { StagePurpose } from "./purpose";
export { lastDayOfStage } from "./stage-months";
export { scenarioTemplates, type ScenarioTemplate } from "./templates";
export { validateDrivers } from "./validate-drivers";
