import { scenarioDriversSchema } from "@/lib/contracts/scenarios";
import { type ScenarioDrivers, type ScenarioProblem, validateDrivers } from "@/lib/scenarios";

/** Why drivers cannot be saved, each with the driver to look at. The model's own words win over the form's. */
export function checkDrivers(drivers: ScenarioDrivers): ScenarioProblem[] {
  const byModel = validateDrivers(drivers);
  const parsed = scenarioDriversSchema.safeParse(drivers);
  if (parsed.success) return byModel;
  const said = new Set(byModel.map(({ path }) => path.join(".")));
  const byForm = parsed.error.issues.map(({ path, message }) => ({
    path: path.filter((step) => typeof step !== "symbol"),
    message,
  }));
  return [...byModel, ...byForm.filter(({ path }) => !said.has(path.join(".")))];
}

/** The first problem at a driver or inside it; undefined where there is none. */
export function problemAt(problems: readonly ScenarioProblem[], path: string): string | undefined {
  return problems.find((problem) => {
    const reported = problem.path.join(".");
    return reported === path || reported.startsWith(`${path}.`);
  })?.message;
}
