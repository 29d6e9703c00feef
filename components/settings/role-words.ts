import type { Permission, Role, Scope } from "@/lib/access";

export const ROLE_WORDS: Record<Role, { label: string; hint: string }> = {
  owner: { label: "Owner", hint: "Everything, and deleting the workspace" },
  admin: { label: "Admin", hint: "Everything but deleting" },
  finance: { label: "Finance", hint: "Prices, budget and forecasts" },
  editor: { label: "Editor", hint: "Scenarios and calls" },
  viewer: { label: "Viewer", hint: "Looks at everything" },
};

/** In the order in which the table lists them. */
export const PERMISSION_WORDS: Record<Permission, string> = {
  viewWorkspace: "See everything and export it",
  saveViews: "Save own views of usage",
  editScenarios: "Edit workflows and scenarios, share views of usage",
  recordCalls: "Import and log calls",
  trackTags: "Choose the tags that usage is grouped by",
  commitForecast: "Commit a forecast",
  editPrices: "Edit prices and billing rules",
  editBudget: "Set the budget",
  closeMonth: "Close and reopen months",
  editWorkspace: "Change the name and time zone",
  manageMembers: "Add and remove members",
  manageApiKeys: "Create and revoke API keys",
  manageConnectors: "Connect the places that calls and costs are read from",
  dropCalls: "Drop the single calls of old days",
  deleteWorkspace: "Delete the workspace",
};

export const SCOPE_WORDS: Record<Scope, { label: string; hint: string }> = {
  ingest: { label: "Ingest", hint: "Log calls; reads nothing back" },
  read: { label: "Read", hint: "Everything on the screens, as JSON and CSV" },
  write: { label: "Write", hint: "Scenarios, forecasts, prices and the budget" },
};
