import { billingRuleEndpoints } from "./billing-rules";
import { callEndpoints } from "./calls";
import { connectorEndpoints } from "./connectors";
import { estimateEndpoints } from "./estimates";
import { explanationEndpoints } from "./explanations";
import { importEndpoints } from "./imports";
import { lifecycleEndpoints } from "./lifecycle";
import { overviewEndpoints } from "./overview";
import { priceListEndpoints } from "./price-lists";
import { priceEndpoints } from "./prices";
import { reconciliationEndpoints } from "./reconciliation";
import { reportEndpoints } from "./reports";
import { repricingEndpoints } from "./repricings";
import { retentionEndpoints } from "./retention";
import { savedViewEndpoints } from "./saved-views";
import { scenarioEndpoints } from "./scenarios";
import { settingsEndpoints } from "./settings";
import { tagEndpoints } from "./tags";
import { usageEndpoints } from "./usage";

/** Every address of the public API. Handlers, the OpenAPI description and the access tests are all made from this. */
export const ENDPOINTS = {
  ...callEndpoints,
  ...usageEndpoints,
  ...savedViewEndpoints,
  ...tagEndpoints,
  ...scenarioEndpoints,
  ...priceEndpoints,
  ...priceListEndpoints,
  ...estimateEndpoints,
  ...billingRuleEndpoints,
  ...repricingEndpoints,
  ...lifecycleEndpoints,
  ...explanationEndpoints,
  ...overviewEndpoints,
  ...reportEndpoints,
  ...reconciliationEndpoints,
  ...importEndpoints,
  ...connectorEndpoints,
  ...retentionEndpoints,
  ...settingsEndpoints,
};
