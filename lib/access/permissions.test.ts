import { expect, test } from "vitest";
import { PERMISSIONS, ROLES, SCOPES, roleAllows, scopesAllow, type Permission } from "./index";

/** The table as people are told it. Columns: owner, admin, finance, editor, viewer, and the scope a program needs. */
const TABLE: Record<Permission, [string, (typeof SCOPES)[number] | "never"]> = {
  viewWorkspace: ["yes yes yes yes yes", "read"],
  saveViews: ["yes yes yes yes yes", "never"],
  recordCalls: ["yes yes no yes no", "ingest"],
  trackTags: ["yes yes no yes no", "write"],
  editScenarios: ["yes yes no yes no", "write"],
  commitForecast: ["yes yes yes yes no", "write"],
  editPrices: ["yes yes yes no no", "write"],
  editBudget: ["yes yes yes no no", "write"],
  closeMonth: ["yes yes yes no no", "write"],
  editWorkspace: ["yes yes no no no", "never"],
  manageMembers: ["yes yes no no no", "never"],
  manageApiKeys: ["yes yes no no no", "never"],
  manageConnectors: ["yes yes no no no", "never"],
  dropCalls: ["yes yes no no no", "never"],
  deleteWorkspace: ["yes no no no no", "never"],
};
const rows = Object.entries(TABLE) as [Permission, (typeof TABLE)[Permission]][];

test("every permission is in the table", () => {
  expect(Object.keys(PERMISSIONS).sort()).toEqual(rows.map(([permission]) => permission).sort());
});

test.each(rows)("%s", (permission, [roles, scope]) => {
  expect(ROLES.map((role) => (roleAllows(role, permission) ? "yes" : "no")).join(" ")).toBe(roles);
  for (const each of SCOPES) expect(scopesAllow([each], permission)).toBe(each === scope);
  expect(scopesAllow([], permission)).toBe(false);
  expect(scopesAllow(SCOPES, permission)).toBe(scope !== "never");
});
