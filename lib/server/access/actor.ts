import "server-only";
import type { Role, Scope } from "@/lib/access";

export interface WorkspaceRow {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  displayCurrency: string;
  fiscalYearStartMonth: number;
  monthlyBudgetNanoUsd: bigint | null;
  isSample: boolean;
  callsKeptFrom: Date | null;
}

/** Selects exactly a `WorkspaceRow`. */
export const WORKSPACE_FIELDS = {
  id: true,
  slug: true,
  name: true,
  timeZone: true,
  displayCurrency: true,
  fiscalYearStartMonth: true,
  monthlyBudgetNanoUsd: true,
  isSample: true,
  callsKeptFrom: true,
} as const;

/** Who acts, in which workspace: a person through their role, or a program through its key's scopes. */
export interface Actor {
  kind: "user" | "api_key";
  /** The user's or API key's id. */
  id: string;
  name: string;
  /** Null for an API key. */
  role: Role | null;
  /** Null for a person. */
  scopes: readonly Scope[] | null;
  workspace: WorkspaceRow;
}
