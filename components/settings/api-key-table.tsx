"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { formatInstant } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import { messageOf } from "@/lib/client/api-error";
import { apiKeysQuery } from "@/lib/client/settings-queries";
import type { ApiKey } from "@/lib/contracts/settings";
import { keyState } from "./key-state";
import { RevokeButton } from "./revoke-button";
import { SCOPE_WORDS } from "./role-words";

export function ApiKeyTable({ createButton }: { createButton: ReactNode }) {
  const { slug } = useWorkspace();
  const keys = useQuery(apiKeysQuery(slug));
  if (keys.error && !keys.data) {
    return <ErrorState message={messageOf(keys.error)} onRetry={() => void keys.refetch()} />;
  }
  if (!keys.data) return <Skeleton className="m-4 h-24" />;
  if (keys.data.items.length === 0) {
    return (
      <EmptyState
        icon={KeyRound}
        title="No keys yet"
        description="Create one, and a program can log its calls as it makes them."
        action={createButton}
      />
    );
  }
  return (
    <Table label="API keys">
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>Key</TableHeader>
          <TableHeader>May</TableHeader>
          <TableHeader>Last used</TableHeader>
          <TableHeader>Expires</TableHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {keys.data.items.map((key) => (
          <KeyRow key={key.id} apiKey={key} now={keys.dataUpdatedAt} />
        ))}
      </TableBody>
    </Table>
  );
}

function KeyRow({ apiKey, now }: { apiKey: ApiKey; now: number }) {
  const { timeZone } = useWorkspace();
  const state = keyState(apiKey, now);
  const when = (instant: string | null, none: string) => (instant ? formatInstant(instant, timeZone) : none);
  return (
    <TableRow className={state === "active" ? undefined : "text-muted"}>
      <TableRowHeader>{apiKey.name}</TableRowHeader>
      <TableCell>
        <code className="font-mono text-sm whitespace-nowrap">{apiKey.prefix}…</code>
      </TableCell>
      <TableCell>{apiKey.scopes.map((scope) => SCOPE_WORDS[scope].label).join(", ")}</TableCell>
      <TableCell className="whitespace-nowrap">{when(apiKey.lastUsedAt, "Never")}</TableCell>
      <TableCell className="whitespace-nowrap">
        {state === "revoked" ? (
          <Badge tone="over">Revoked</Badge>
        ) : state === "expired" ? (
          <Badge tone="over">Expired</Badge>
        ) : (
          when(apiKey.expiresAt, "Never")
        )}
      </TableCell>
      <TableCell align="end">{state === "active" && <RevokeButton apiKey={apiKey} />}</TableCell>
    </TableRow>
  );
}
