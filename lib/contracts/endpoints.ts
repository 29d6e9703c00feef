import { callEndpoints } from "./calls";
import { importEndpoints } from "./imports";
import { overviewEndpoints } from "./overview";
import { priceEndpoints } from "./prices";
import { reportEndpoints } from "./reports";
import { scenarioEndpoints } from "./scenarios";
import { settingsEndpoints } from "./settings";
import { usageEndpoints } from "./usage";

/** Every address of the public API. Handlers, the OpenAPI description and the access tests are all made from this. */
export const ENDPOINTS = {
  ...callEndpoints,
  ...usageEndpoints,
  ...scenarioEndpoints,
  ...priceEndpoints,
  ...overviewEndpoints,
  ...reportEndpoints,
  ...importEndpoints,
  ...settingsEndpoints,
};
