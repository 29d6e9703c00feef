import type { ENDPOINTS } from "@/lib/contracts/endpoints";

/** A well-formed request for each address. Ids lead nowhere, so that nothing is changed that another test needs. */
interface SampleRequest {
  params?: Record<string, string>;
  query?: string;
  json?: Record<string, unknown>;
  /** For addresses that read bytes. */
  bytes?: string;
}

export const NO_SUCH_ID = "nothing_1";

const drivers = {
  provider: "openai",
  model: "gpt-image-2",
  operation: "generation",
  batch: false,
  startsOn: "2026-11-01",
  lengthMonths: 6,
  volume: { requests: 100, per: "day" },
  growth: { kind: "compound", percentPerMonth: 5 },
  imagesPerRequest: 1,
  mix: [{ size: "1024x1024", quality: "high", sharePercent: 100 }],
  promptTokens: 50,
  referenceImages: 0,
  billedRetryPercent: 2,
  qa: { runsPerMonth: 1, imagesPerRun: 10, size: "1024x1024", quality: "low" },
  promptTuning: { promptsPerMonth: 2, iterationsPerPrompt: 5, size: "1024x1024", quality: "low" },
  acceptedPercent: 80,
};

const purpose = {
  mustProve: "It pays",
  criteria: [{ measure: "cost_per_delivered_image_usd", atMost: 0.5 }],
};

const scenario = { workflowId: NO_SUCH_ID, stage: "pilot", name: "Pilot", purpose, drivers };

const mapping = {
  timeZone: "Europe/Berlin",
  fields: {
    id: { column: "id", translate: null, assumed: null },
    outcome: {
      column: "status",
      translate: { kind: "values", values: { ok: "succeeded" }, otherwise: "unknown" },
      assumed: "unknown",
    },
    latencyMs: { column: "seconds", translate: { kind: "multiply", by: 1000 }, assumed: "0" },
  },
  tags: { team: "team" },
  repeats: "count_once",
};

const call = {
  id: "req_1",
  occurredAt: "2026-11-03T10:22:41.120Z",
  model: "gpt-image-2",
  workflow: "landing-heroes",
  stage: "pilot",
  purpose: "customer",
  provider: "wisgate",
  operation: "generation",
  n: 1,
  size: "1024x1024",
  quality: "high",
  returnedSize: "1024x1024",
  returnedQuality: "high",
  outputFormat: "png",
  inputImages: 0,
  partialImages: 0,
  batch: false,
  outcome: "succeeded",
  billed: true,
  httpStatus: 200,
  errorCode: "none",
  imagesReturned: 1,
  imagesAccepted: 1,
  retryOf: "req_0",
  latencyMs: 41_230,
  usage: { input_tokens: 26, output_tokens: 7024, input_tokens_details: { text_tokens: 26 } },
  chargedUsd: "0.21",
  promptHash: "abc",
  tags: { team: "growth" },
};

const rateCard = {
  provider: "wisgate",
  model: "gpt-image-2",
  name: "Agreed price",
  validFrom: "2026-01-01",
  sourceUrl: "https://example.com/prices",
  sourceKind: "calibrated",
  checkedOn: "2026-11-01",
  notes: "By mail",
  prices: {
    scheme: "per_image",
    standard: [{ size: "1024x1024", quality: "high", price: "0.21" }],
    batch: [{ size: "1024x1024", quality: "high", price: "0.1" }],
    multiplier: "1.2",
    terms: {
      currency: { code: "EUR", usdPerUnit: "1.08" },
      minimumCharge: "0.01",
      partialImage: { kind: "price", price: "0.002" },
      inputImagePrice: "0.003",
      inputBilledPer: "request",
    },
  },
};

const billingRule = {
  id: "brl_00000000-0000-4000-8000-000000000001",
  provider: "wisgate",
  outcome: "failed",
  httpStatusFrom: 500,
  httpStatusTo: 599,
  errorCode: "upstream_*",
  verdict: "not_billed",
  note: "By mail",
  sourceUrl: "https://example.com/billing",
};

const priceList = {
  content:
    '{"lumen/lumen-2":{"litellm_provider":"lumen","mode":"image_generation","output_cost_per_image":0.02}}',
  format: "litellm",
  provider: "lumen",
  name: "LiteLLM",
  sourceUrl: "https://example.com/prices.json",
  checkedOn: "2026-11-01",
  validFrom: "2026-11-02",
};

const savedView = { name: "Failures by model", query: "groupBy=model&measure=errorRate", isShared: false };

const password = "correct horse battery";
const month = { month: "2026-11" };
const scenarioId = { scenarioId: NO_SUCH_ID };
const connectorId = { connectorId: NO_SUCH_ID };
const importId = { importId: NO_SUCH_ID };
const repricingId = { repricingId: NO_SUCH_ID };
const days = "from=2026-11-01&to=2026-11-30";

export const SAMPLE_REQUESTS: Record<keyof typeof ENDPOINTS, SampleRequest> = {
  recordCalls: { json: { calls: [call] } },
  listCalls: { query: "limit=10" },
  getCall: { params: { callId: NO_SUCH_ID } },
  listConflicts: {},
  listBillingRules: {},
  replaceBillingRules: { json: { items: [billingRule] } },
  getUsageSeries: { query: days },
  getFilterValues: {},
  getFreshness: {},
  listUnpriced: {},
  recount: {},
  listSavedViews: {},
  createSavedView: { json: savedView },
  updateSavedView: { params: { savedViewId: NO_SUCH_ID }, json: { ...savedView, isDeleted: false } },
  deleteSavedView: { params: { savedViewId: NO_SUCH_ID } },
  listTags: {},
  trackTag: { json: { key: "team" } },
  untrackTag: { params: { trackedTagId: NO_SUCH_ID } },
  listWorkflows: {},
  createWorkflow: { json: { name: "Heroes", slug: "heroes", owner: "Ada", costCentre: "42" } },
  updateWorkflow: { params: { workflowId: NO_SUCH_ID }, json: { name: "Heroes" } },
  listScenarios: {},
  createScenario: { json: scenario },
  createFromTemplate: {
    json: {
      template: "nothing",
      workflow: { name: "Heroes", slug: "heroes-2", owner: "Ada", costCentre: "42" },
      startsOn: "2026-11-01",
      provider: "openai",
    },
  },
  getScenario: { params: scenarioId },
  updateScenario: {
    params: scenarioId,
    json: { stage: "pilot", name: "Pilot", purpose, drivers, revision: 1 },
  },
  duplicateScenario: { params: scenarioId },
  deleteScenario: { params: scenarioId },
  restoreScenario: { params: scenarioId },
  commitScenario: { params: scenarioId, json: { revision: 1 } },
  withdrawForecast: { params: scenarioId },
  listVersions: { params: scenarioId },
  listTemplates: {},
  project: { json: { drivers } },
  listRateCards: {},
  createRateCard: { json: rateCard },
  previewRateCard: { json: { ...rateCard, validTo: "2027-01-01", shutdownOn: "2027-06-01" } },
  getRateCardRemoval: { params: { rateCardId: NO_SUCH_ID } },
  deleteRateCard: { params: { rateCardId: NO_SUCH_ID } },
  getLifecycle: {},
  estimate: {
    json: {
      provider: "openai",
      model: "gpt-image-2",
      operation: "generation",
      n: 1,
      size: "1024x1024",
      quality: "high",
      outputFormat: "png",
      batch: false,
      promptTokens: 26,
      inputImages: [{ width: 1024, height: 768 }],
      partialImages: 1,
      requests: 10,
      at: "2026-11-03",
    },
  },
  listRepricings: {},
  createRepricing: {
    json: {
      from: "2026-11-01",
      to: "2026-11-30",
      provider: "openai",
      model: "gpt-image-2",
      onlyUnpriced: false,
    },
  },
  getRepricing: { params: repricingId },
  applyRepricing: { params: repricingId },
  cancelRepricing: { params: repricingId },
  exportRepricing: { params: repricingId },
  previewPriceList: { json: priceList },
  applyPriceList: { json: { ...priceList, chosen: ["lumen/lumen-2"] } },
  listPriceLists: {},
  removePriceList: { params: { priceListId: NO_SUCH_ID } },
  listDisagreements: {},
  getOverview: { query: "month=2026-11" },
  getExplanation: { query: "subject=usage&from=2026-11-01&to=2026-11-30" },
  listMonths: {},
  getMonthReport: { params: month },
  exportMonth: { params: month },
  closeMonth: { params: month },
  reopenMonth: { params: month },
  getReconciliation: { query: days },
  exportReconciliation: { query: days },
  setInvoice: { json: { provider: "openai", month: "2026-10", amountUsd: "120.5", note: "No. 7" } },
  exportCalls: { query: days },
  exportUsage: { query: days },
  listImports: {},
  createImport: { json: { fileName: "calls.csv", fileBytes: 100 } },
  uploadPart: { params: { ...importId, position: "0" }, bytes: "id,model\n" },
  inspectImport: { params: importId },
  previewImport: { params: importId, json: { mapping } },
  startImport: { params: importId, json: { mapping } },
  getImport: { params: importId },
  cancelImport: { params: importId },
  listImportMappings: {},
  saveImportMapping: { json: { name: "Gateway", columns: ["id", "time", "model"], mapping } },
  deleteImportMapping: { params: { mappingId: NO_SUCH_ID } },
  pauseImport: { params: importId },
  resumeImport: { params: importId },
  undoImport: { params: importId },
  listRejects: { params: importId, query: "limit=10" },
  exportRejects: { params: importId },
  listConnectors: {},
  // Nothing listens there, so it is refused without leaving the machine.
  createConnector: {
    json: {
      kind: "langfuse",
      name: "Langfuse",
      baseUrl: "http://127.0.0.1:9",
      publicKey: "pk-lf-0000",
      secretKey: "sk-lf-0000",
      intervalMinutes: 60,
      backfillFrom: "2026-11-01",
    },
  },
  updateConnector: {
    params: connectorId,
    json: {
      name: "Langfuse",
      baseUrl: "https://langfuse.example.com",
      publicKey: "pk-lf-0000",
      secretKey: "sk-lf-0000",
      intervalMinutes: 60,
      lineItemRules: [{ contains: "gpt-image-2", model: "gpt-image-2" }],
      paused: false,
    },
  },
  deleteConnector: { params: connectorId },
  runConnector: { params: connectorId },
  backfillConnector: { params: connectorId, json: { from: "2026-11-01" } },
  listConnectorRuns: { params: connectorId },
  getRetention: {},
  previewRetention: { query: "keptMonths=12" },
  dropCalls: {
    json: { keptMonths: 12, keptFrom: "2025-11-28", calls: 0, costNanoUsd: "0", follows: false },
  },
  keepCalls: {},
  setUp: {
    json: {
      name: "Ada",
      email: "ada@example.com",
      password,
      workspaceName: "Engines",
      timeZone: "Europe/London",
    },
  },
  getMe: {},
  createWorkspace: { json: { name: "Engines", timeZone: "Europe/London" } },
  getWorkspace: {},
  updateWorkspace: { json: { name: "Engines", timeZone: "Europe/London", fiscalYearStartMonth: 4 } },
  setBudget: { json: { monthlyBudgetUsd: "5000" } },
  deleteWorkspace: { json: { confirmName: "Not its name" } },
  listMembers: {},
  addMember: { json: { name: "Grace", email: "grace@example.com", role: "viewer", password } },
  updateMember: { params: { memberId: NO_SUCH_ID }, json: { role: "viewer" } },
  removeMember: { params: { memberId: NO_SUCH_ID } },
  changePassword: { json: { currentPassword: "not the current one", newPassword: password } },
  listApiKeys: {},
  createApiKey: { json: { name: "CI", scopes: ["read"], expiresAt: "2099-01-01T00:00:00Z" } },
  revokeApiKey: { params: { apiKeyId: NO_SUCH_ID } },
};
