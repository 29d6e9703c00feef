import { sizeProblems } from "@/lib/pricing";
import type { ScenarioDrivers } from "./drivers";
import type { ScenarioProblem } from "./problem";

/**
 * What drivers get wrong that only the model's rules tell: sizes it would refuse, and reference images where there is
 * no use for them. Everything else is a matter of form, which the contract checks.
 */
export function validateDrivers(drivers: ScenarioDrivers): ScenarioProblem[] {
  const sizes = [
    ...drivers.mix.map((line, index) => ({ size: line.size, path: ["mix", index, "size"] })),
    { size: drivers.qa.size, path: ["qa", "size"] },
    { size: drivers.promptTuning.size, path: ["promptTuning", "size"] },
  ];
  const problems = sizes.flatMap(({ size, path }) =>
    size === null ? [] : sizeProblems(drivers.model, size).map((message) => ({ path, message })),
  );

  if (drivers.operation === "edit" && drivers.referenceImages === 0) {
    problems.push({ path: ["referenceImages"], message: "An edit sends at least one reference image." });
  }
  if (drivers.operation === "generation" && drivers.referenceImages > 0) {
    problems.push({
      path: ["referenceImages"],
      message: "A generation sends no reference images; choose the edit operation to send some.",
    });
  }
  return problems;
}
