"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { type Permission, roleAllows } from "@/lib/access";
import { workspaceQuery } from "@/lib/client/settings-queries";
import type { Workspace } from "@/lib/contracts/settings";

const WorkspaceContext = createContext<Workspace | null>(null);

/** Around every page of a workspace. What the server knew is drawn at once; later changes come through the query. */
export function WorkspaceProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  const { data = workspace } = useQuery({ ...workspaceQuery(workspace.slug), initialData: workspace });
  return <WorkspaceContext value={data}>{children}</WorkspaceContext>;
}

/** The workspace of the page: its slug for requests, its name, time zone and budget, and the viewer's role. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error("useWorkspace is called outside the pages of a workspace.");
  return workspace;
}

/** Whether the viewer may do it, for hiding or disabling its button. The server decides again on every request. */
export function useAllows(permission: Permission): boolean {
  const { role } = useWorkspace();
  return role !== null && roleAllows(role, permission);
}
