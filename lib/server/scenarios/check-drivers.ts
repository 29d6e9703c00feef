import "server-only";
import { validateDrivers, type ScenarioDrivers } from "@/lib/scenarios";
import { RequestError } from "@/lib/server/http/request-error";

/** Refuses drivers that the model would refuse. Having no price is no reason: a draft may wait for one. */
export function checkDrivers(drivers: ScenarioDrivers): void {
  const [first, ...others] = validateDrivers(drivers).map(({ path, message }) => ({
    path: ["drivers", ...path].join("."),
    message,
  }));
  if (first) throw new RequestError("invalid_request", `${first.path}: ${first.message}`, [first, ...others]);
}
