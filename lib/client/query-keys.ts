/**
 * Every key starts with the workspace and the area, so that one prefix makes an area stale and another workspace's
 * results are never shown.
 */
export const queryKeys = {
  me: ["me"] as const,
  workspace: (workspace: string) => ["workspace", workspace] as const,
  overview: (workspace: string) => [...queryKeys.workspace(workspace), "overview"] as const,
  usage: (workspace: string) => [...queryKeys.workspace(workspace), "usage"] as const,
  freshness: (workspace: string) => [...queryKeys.usage(workspace), "freshness"] as const,
  unpriced: (workspace: string) => [...queryKeys.usage(workspace), "unpriced"] as const,
  calls: (workspace: string) => [...queryKeys.workspace(workspace), "calls"] as const,
  imports: (workspace: string) => [...queryKeys.workspace(workspace), "imports"] as const,
  reports: (workspace: string) => [...queryKeys.workspace(workspace), "reports"] as const,
  reconciliation: (workspace: string) => [...queryKeys.reports(workspace), "reconciliation"] as const,
  workflows: (workspace: string) => [...queryKeys.workspace(workspace), "workflows"] as const,
  scenarios: (workspace: string) => [...queryKeys.workspace(workspace), "scenarios"] as const,
  prices: (workspace: string) => [...queryKeys.workspace(workspace), "prices"] as const,
  repricings: (workspace: string) => [...queryKeys.workspace(workspace), "repricings"] as const,
  settings: (workspace: string) => [...queryKeys.workspace(workspace), "settings"] as const,
  retention: (workspace: string) => [...queryKeys.settings(workspace), "retention"] as const,
  members: (workspace: string) => [...queryKeys.settings(workspace), "members"] as const,
  billingRules: (workspace: string) => [...queryKeys.settings(workspace), "billing-rules"] as const,
  connectors: (workspace: string) => [...queryKeys.settings(workspace), "connectors"] as const,
  tags: (workspace: string) => [...queryKeys.settings(workspace), "tags"] as const,
  apiKeys: (workspace: string) => [...queryKeys.settings(workspace), "api-keys"] as const,
};
