import { z } from "zod";
import { ROLES, SCOPES } from "@/lib/access";
import { endpoint } from "./endpoint";
import { dateSchema, instantSchema, nanoUsdSchema, timeZoneSchema, usdSchema } from "./values";

export const roleSchema = z.enum(ROLES);
export const scopeSchema = z.enum(SCOPES);

export const emailSchema = z.email("An e-mail address such as ada@example.com").max(254).toLowerCase();
export const passwordSchema = z.string().min(12, "At least 12 characters").max(256, "At most 256 characters");

export const workspaceSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    timeZone: z.string(),
    displayCurrency: z.literal("USD"),
    fiscalYearStartMonth: z.int(),
    monthlyBudgetNanoUsd: nanoUsdSchema.nullable(),
    isSample: z.boolean(),
    callsKeptFrom: dateSchema.nullable().meta({
      description:
        "The single calls of earlier days were dropped; their sums stay. Null: every call is kept.",
    }),
    /** The caller's role; null for an API key. */
    role: roleSchema.nullable(),
  })
  .meta({ id: "Workspace" });
export type Workspace = z.infer<typeof workspaceSchema>;

export const meSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspaces: z.array(workspaceSchema),
});
export type Me = z.infer<typeof meSchema>;

export const memberSchema = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  createdAt: instantSchema,
});
export type Member = z.infer<typeof memberSchema>;

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(scopeSchema),
  createdAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
  lastUsedAt: instantSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

const nameSchema = z.string().trim().min(1, "Enter a name").max(100, "At most 100 characters");

/** What forms and requests carry. */

export const setUpSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  password: passwordSchema,
  workspaceName: nameSchema,
  timeZone: timeZoneSchema,
});

export const newWorkspaceSchema = z.strictObject({ name: nameSchema, timeZone: timeZoneSchema });

export const workspaceDeletionSchema = z.strictObject({ confirmName: nameSchema });

export const newMemberSchema = z.strictObject({
  name: nameSchema,
  email: emailSchema,
  role: roleSchema,
  password: passwordSchema.nullish(),
});

export const passwordChangeSchema = z.strictObject({
  currentPassword: z.string().min(1, "Enter your current password").max(256),
  newPassword: passwordSchema,
});

export const newApiKeySchema = z.strictObject({
  name: nameSchema,
  scopes: z.array(scopeSchema).min(1, "Choose at least one").max(3),
  // An offset may carry the last hours of 9999 into a year that has no date of four digits.
  expiresAt: instantSchema
    .refine((instant) => new Date(instant).getUTCFullYear() <= 9999, "A moment before the year 10000 in UTC")
    .nullish(),
});

export const settingsEndpoints = {
  setUp: endpoint({
    method: "POST",
    path: "/api/v1/setup",
    summary: "First run: create the owner and the first workspace; refused once an owner exists",
    access: "public",
    body: setUpSchema,
    answer: z.object({ workspaceSlug: z.string() }),
    status: 201,
    refusals: ["already_exists", "too_many_requests"],
  }),
  getMe: endpoint({
    method: "GET",
    path: "/api/v1/me",
    summary: "Who is signed in, and their workspaces",
    access: "signed_in",
    answer: meSchema,
  }),
  createWorkspace: endpoint({
    method: "POST",
    path: "/api/v1/workspaces",
    summary: "Start a new, empty workspace as its owner",
    access: "signed_in",
    body: newWorkspaceSchema,
    answer: workspaceSchema,
    status: 201,
  }),
  getWorkspace: endpoint({
    method: "GET",
    path: "/api/v1/workspace",
    summary: "The workspace of this session or key",
    access: "viewWorkspace",
    answer: workspaceSchema,
  }),
  updateWorkspace: endpoint({
    method: "PATCH",
    path: "/api/v1/workspace",
    summary: "Rename it, or change its time zone or fiscal year; a new time zone re-cuts every day",
    access: "editWorkspace",
    body: z.strictObject({
      name: nameSchema.optional(),
      timeZone: timeZoneSchema.optional(),
      fiscalYearStartMonth: z.int().min(1).max(12).optional(),
    }),
    answer: workspaceSchema,
    refusals: ["month_closed", "calls_dropped"],
  }),
  setBudget: endpoint({
    method: "PUT",
    path: "/api/v1/workspace/budget",
    summary: "Set or clear the monthly budget",
    access: "editBudget",
    body: z.strictObject({ monthlyBudgetUsd: usdSchema.nullable() }),
    answer: workspaceSchema,
  }),
  deleteWorkspace: endpoint({
    method: "DELETE",
    path: "/api/v1/workspace",
    summary: "Delete the workspace and everything in it",
    access: "deleteWorkspace",
    body: workspaceDeletionSchema,
    status: 204,
  }),
  listMembers: endpoint({
    method: "GET",
    path: "/api/v1/members",
    summary: "The people of the workspace",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(memberSchema) }),
  }),
  addMember: endpoint({
    method: "POST",
    path: "/api/v1/members",
    summary: "Add a person, with a first password if they are new",
    access: "manageMembers",
    body: newMemberSchema,
    answer: memberSchema,
    status: 201,
    refusals: ["already_exists"],
  }),
  updateMember: endpoint({
    method: "PATCH",
    path: "/api/v1/members/{memberId}",
    summary: "Change a role; the last owner stays owner",
    access: "manageMembers",
    params: z.strictObject({ memberId: z.string().max(100) }),
    body: z.strictObject({ role: roleSchema }),
    answer: memberSchema,
    refusals: ["last_owner"],
  }),
  removeMember: endpoint({
    method: "DELETE",
    path: "/api/v1/members/{memberId}",
    summary: "Remove a person from the workspace",
    access: "manageMembers",
    params: z.strictObject({ memberId: z.string().max(100) }),
    status: 204,
    refusals: ["last_owner"],
  }),
  changePassword: endpoint({
    method: "POST",
    path: "/api/v1/me/password",
    summary: "Change the signed-in person's password and sign out their other browsers",
    access: "signed_in",
    body: passwordChangeSchema,
    status: 204,
    refusals: ["too_many_requests"],
  }),
  listApiKeys: endpoint({
    method: "GET",
    path: "/api/v1/api-keys",
    summary: "API keys, without their secrets",
    access: "manageApiKeys",
    answer: z.object({ items: z.array(apiKeySchema) }),
  }),
  createApiKey: endpoint({
    method: "POST",
    path: "/api/v1/api-keys",
    summary: "Create a key; the secret is in this answer and nowhere else",
    access: "manageApiKeys",
    body: newApiKeySchema,
    answer: z.object({ key: apiKeySchema, secret: z.string() }),
    status: 201,
  }),
  revokeApiKey: endpoint({
    method: "DELETE",
    path: "/api/v1/api-keys/{apiKeyId}",
    summary: "Revoke a key at once",
    access: "manageApiKeys",
    params: z.strictObject({ apiKeyId: z.string().max(100) }),
    status: 204,
  }),
};
