import "server-only";
import { scenarioTemplateSchema, type ScenarioTemplate } from "@/lib/contracts/scenarios";
import { scenarioTemplates } from "@/lib/scenarios";
import { addMonths, firstDay, monthOf } from "@/lib/time";
import { localDate } from "@/lib/time/zone";

/** The starting points, with the prototype beginning on the first of the workspace's next month. */
export function listTemplates(workspace: { timeZone: string }, now: Date): { items: ScenarioTemplate[] } {
  const today = localDate(now.getTime(), workspace.timeZone);
  const templates = scenarioTemplates(firstDay(addMonths(monthOf(today), 1)));
  return { items: scenarioTemplateSchema.array().parse(templates) };
}
