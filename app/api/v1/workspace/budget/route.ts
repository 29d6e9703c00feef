// Called by the workspace settings and the overview.
import { settingsEndpoints } from "@/lib/contracts/settings";
import { handle } from "@/lib/server/http/handle";
import { setBudget } from "@/lib/server/settings/set-budget";

export const PUT = handle(settingsEndpoints.setBudget, ({ actor, body }) =>
  setBudget(actor, body.monthlyBudgetUsd),
);
