import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { problemSchema } from "@/lib/contracts/errors";
import { hashPassword } from "@/lib/server/auth/password";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createKey, createTestWorkspace, createUser, join, signIn } from "@/lib/server/testing/api-client";
import { callEndpoint, ENDPOINT_IDS, type Caller, type EndpointId } from "@/lib/server/testing/call-endpoint";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

useTestDatabase();

const VIEW = "owner admin finance editor viewer read";
const PEOPLE = "owner admin finance editor viewer";
const RECORD = "owner admin editor ingest";
const PLAN = "owner admin editor write";
const COMMIT = "owner admin finance editor write";
const MONEY = "owner admin finance write";
const MANAGE = "owner admin";

/**
 * Who may call what: the roles and the API key scopes, "signed-in" for anyone with a session, "anyone" for all. Written
 * down here by hand, so that a slip in the product's own table or in a handler is seen.
 */
const ALLOWED: Record<EndpointId, string> = {
  recordCalls: RECORD,
  listCalls: VIEW,
  getCall: VIEW,
  listConflicts: VIEW,
  listBillingRules: VIEW,
  replaceBillingRules: MONEY,
  getUsageSeries: VIEW,
  getFilterValues: VIEW,
  getFreshness: VIEW,
  listUnpriced: VIEW,
  recount: MANAGE,
  listSavedViews: VIEW,
  createSavedView: PEOPLE,
  updateSavedView: PEOPLE,
  deleteSavedView: PEOPLE,
  listTags: VIEW,
  trackTag: PLAN,
  untrackTag: PLAN,
  listWorkflows: VIEW,
  createWorkflow: PLAN,
  updateWorkflow: PLAN,
  listScenarios: VIEW,
  createScenario: PLAN,
  createFromTemplate: PLAN,
  getScenario: VIEW,
  updateScenario: PLAN,
  duplicateScenario: PLAN,
  deleteScenario: PLAN,
  restoreScenario: PLAN,
  commitScenario: COMMIT,
  withdrawForecast: COMMIT,
  listVersions: VIEW,
  listTemplates: VIEW,
  project: VIEW,
  listRateCards: VIEW,
  createRateCard: MONEY,
  previewRateCard: VIEW,
  getRateCardRemoval: VIEW,
  deleteRateCard: MONEY,
  getLifecycle: VIEW,
  listRepricings: VIEW,
  createRepricing: MONEY,
  getRepricing: VIEW,
  applyRepricing: MONEY,
  cancelRepricing: MONEY,
  exportRepricing: VIEW,
  previewPriceList: MONEY,
  applyPriceList: MONEY,
  listPriceLists: VIEW,
  removePriceList: MONEY,
  listDisagreements: VIEW,
  getOverview: VIEW,
  getExplanation: VIEW,
  listMonths: VIEW,
  getMonthReport: VIEW,
  exportMonth: VIEW,
  closeMonth: MONEY,
  reopenMonth: MONEY,
  getReconciliation: VIEW,
  exportReconciliation: VIEW,
  setInvoice: MONEY,
  exportCalls: VIEW,
  exportUsage: VIEW,
  listImports: VIEW,
  createImport: RECORD,
  uploadPart: RECORD,
  inspectImport: RECORD,
  previewImport: RECORD,
  startImport: RECORD,
  getImport: VIEW,
  cancelImport: RECORD,
  listImportMappings: VIEW,
  saveImportMapping: RECORD,
  deleteImportMapping: RECORD,
  pauseImport: RECORD,
  resumeImport: RECORD,
  undoImport: RECORD,
  listRejects: VIEW,
  exportRejects: VIEW,
  listConnectors: VIEW,
  createConnector: MANAGE,
  updateConnector: MANAGE,
  deleteConnector: MANAGE,
  runConnector: MANAGE,
  backfillConnector: MANAGE,
  listConnectorRuns: VIEW,
  getRetention: VIEW,
  previewRetention: VIEW,
  dropCalls: MANAGE,
  keepCalls: MANAGE,
  estimate: "anyone",
  setUp: "anyone",
  getMe: "signed-in",
  createWorkspace: "signed-in",
  getWorkspace: VIEW,
  updateWorkspace: MANAGE,
  setBudget: MONEY,
  deleteWorkspace: "owner",
  listMembers: VIEW,
  addMember: MANAGE,
  updateMember: MANAGE,
  removeMember: MANAGE,
  changePassword: "signed-in",
  listApiKeys: MANAGE,
  createApiKey: MANAGE,
  revokeApiKey: MANAGE,
};

const ROLES = ["owner", "admin", "finance", "editor", "viewer"] as const;
const SCOPES = ["read", "write", "ingest"] as const;
const callers: Record<string, Caller> = {};

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

beforeAll(async () => {
  const passwordHash = await hashPassword("correct horse battery");
  const owner = await createUser(passwordHash);
  const stranger = await createUser(passwordHash);
  const workspace = await createTestWorkspace(owner, "Ours");
  const elsewhere = await createTestWorkspace(stranger, "Theirs");
  const workspaceSlug = workspace.slug;

  callers.nobody = { workspaceSlug };
  for (const role of ROLES) {
    const user = role === "owner" ? owner : await createUser(passwordHash);
    if (role !== "owner") await join(workspace, user, role);
    callers[role] = { workspaceSlug, cookie: await signIn(user) };
  }
  for (const scope of SCOPES)
    callers[scope] = { workspaceSlug, key: (await createKey(workspace, [scope])).secret };
  callers.stranger = { workspaceSlug, cookie: await signIn(stranger) };
  callers["stranger's key"] = { workspaceSlug, key: (await createKey(elsewhere, SCOPES)).secret };
  const longAgo = new Date("2020-01-01");
  const expired = await createKey(workspace, SCOPES, new Date("2020-02-01"), longAgo);
  callers["expired key"] = { workspaceSlug, key: expired.secret };
  const revoked = await createKey(workspace, SCOPES);
  callers["revoked key"] = { workspaceSlug, key: revoked.secret };
  await inWorkspace(workspace.id, (tx) =>
    tx.apiKey.updateMany({ where: { id: revoked.id }, data: { revokedAt: longAgo } }),
  );
});

/** What each caller must be told: "allowed", or the code of the refusal. */
function expectedOutcomes(allowed: string): Record<string, string> {
  if (allowed === "anyone")
    return Object.fromEntries(Object.keys(callers).map((caller) => [caller, "allowed"]));
  const isForSessions = allowed === "signed-in";
  const holders = new Set(isForSessions ? ["stranger", ...ROLES] : allowed.split(" "));
  const outcomes = Object.fromEntries(
    [...ROLES, ...SCOPES].map((caller) => [caller, holders.has(caller) ? "allowed" : "not_allowed"]),
  );
  return {
    ...outcomes,
    nobody: "not_signed_in",
    stranger: isForSessions ? "allowed" : "no_such_workspace",
    "stranger's key": isForSessions ? "not_allowed" : "no_such_workspace",
    "expired key": isForSessions ? "not_allowed" : "api_key_expired",
    "revoked key": isForSessions ? "not_allowed" : "api_key_revoked",
  };
}

async function outcome(id: EndpointId, caller: Caller): Promise<string> {
  const response = await callEndpoint(id, caller);
  if (response.ok) {
    await checkAnswer(ENDPOINTS[id], response);
    return "allowed";
  }
  const { code, detail } = problemSchema.parse(await response.json());
  if (detail === "There is no such workspace for this session or key.") return "no_such_workspace";
  return response.status === 401 || response.status === 403 || response.status >= 500 ? code : "allowed";
}

/** Whoever is let in gets what the contract promises. */
async function checkAnswer(
  { answer, answerType, status = 200 }: Endpoint,
  response: Response,
): Promise<void> {
  expect(response.status).toBe(status);
  const text = await response.text();
  if (answer) answer.parse(JSON.parse(text));
  if (answerType) expect(response.headers.get("Content-Type")).toContain(answerType);
}

test.each(ENDPOINT_IDS)("%s lets in exactly whom it should", async (id) => {
  const outcomes: Record<string, string> = {};
  for (const [name, caller] of Object.entries(callers)) outcomes[name] = await outcome(id, caller);
  expect(outcomes).toEqual(expectedOutcomes(ALLOWED[id]));
});
