import "server-only";
import { cache } from "react";
import type { Scenario } from "@/lib/contracts/scenarios";
import { requireMember } from "@/lib/server/access/require-member";
import { RequestError } from "@/lib/server/http/request-error";
import { getScenario } from "@/lib/server/scenarios/get-scenario";

/** The page's scenario, read once for its title and its content; null where there is none. */
export const loadScenario = cache(async (slug: string, scenarioId: string): Promise<Scenario | null> => {
  const { workspace } = await requireMember(slug);
  try {
    return await getScenario(workspace, scenarioId);
  } catch (error) {
    if (error instanceof RequestError && error.code === "not_found") return null;
    throw error;
  }
});
