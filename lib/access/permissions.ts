export const ROLES = ["owner", "admin", "finance", "editor", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ["read", "write", "ingest"] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Who may do what. A permission names the roles that hold it in a browser session, and the one API key scope that
 * grants it to a program; null keeps it out of every program's reach.
 */
export const PERMISSIONS = {
  viewWorkspace: { roles: ["owner", "admin", "finance", "editor", "viewer"], scope: "read" },
  /** Of usage, for oneself: they belong to a person, so that no program has any. */
  saveViews: { roles: ["owner", "admin", "finance", "editor", "viewer"], scope: null },
  recordCalls: { roles: ["owner", "admin", "editor"], scope: "ingest" },
  trackTags: { roles: ["owner", "admin", "editor"], scope: "write" },
  editScenarios: { roles: ["owner", "admin", "editor"], scope: "write" },
  commitForecast: { roles: ["owner", "admin", "finance", "editor"], scope: "write" },
  editPrices: { roles: ["owner", "admin", "finance"], scope: "write" },
  editBudget: { roles: ["owner", "admin", "finance"], scope: "write" },
  closeMonth: { roles: ["owner", "admin", "finance"], scope: "write" },
  editWorkspace: { roles: ["owner", "admin"], scope: null },
  manageMembers: { roles: ["owner", "admin"], scope: null },
  manageApiKeys: { roles: ["owner", "admin"], scope: null },
  manageConnectors: { roles: ["owner", "admin"], scope: null },
  /** Single calls of old days, for good; their sums stay. */
  dropCalls: { roles: ["owner", "admin"], scope: null },
  deleteWorkspace: { roles: ["owner"], scope: null },
} as const satisfies Record<string, { roles: readonly Role[]; scope: Scope | null }>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a person with this role may do it. */
export function roleAllows(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission].roles;
  return roles.includes(role);
}

/** Whether a program whose key carries these scopes may do it. */
export function scopesAllow(scopes: readonly Scope[], permission: Permission): boolean {
  const needed = PERMISSIONS[permission].scope;
  return needed !== null && scopes.includes(needed);
}
