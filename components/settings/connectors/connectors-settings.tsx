"use client";

import { useQuery } from "@tanstack/react-query";
import { Cable, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/client/api-error";
import { connectorsQuery } from "@/lib/client/connector-queries";
import { useRefreshWhenOver } from "@/lib/client/refresh-workspace";
import { SettingsSection } from "../settings-section";
import { ConnectorItem } from "./connector-item";

const ConnectDialog = dynamic(() => import("./connect-dialog").then((module) => module.ConnectDialog), {
  ssr: false,
});

/** The places that calls and costs are read from without a line of code, and how each of them goes. */
export function ConnectorsSettings() {
  const { slug } = useWorkspace();
  const query = useQuery(connectorsQuery(slug));
  useRefreshWhenOver(
    slug,
    query.data?.items.some(({ reading }) => reading),
  );
  const mayManage = useAllows("manageConnectors");
  const [isConnecting, setIsConnecting] = useState(false);
  const connect = mayManage && (
    <Button variant="primary" onClick={() => setIsConnecting(true)}>
      <Plus aria-hidden /> Connect a source
    </Button>
  );
  return (
    <>
      <SettingsSection
        title="Connectors"
        description="Read calls from where your team logs them already, and what the provider bills, on a schedule. Keys are kept encrypted and never shown again."
        isFlush
        actions={query.data && query.data.items.length > 0 && connect}
      >
        {query.isPending ? (
          <Skeleton className="m-4 h-24" />
        ) : query.isError ? (
          <ErrorState
            message={messageOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : query.data.items.length === 0 ? (
          <EmptyState
            icon={Cable}
            title="Nothing connected yet"
            description={
              mayManage
                ? "Connect OpenAI, LiteLLM, Langfuse or Helicone with a key that may read."
                : "Owners and admins connect OpenAI, LiteLLM, Langfuse or Helicone."
            }
            action={connect || undefined}
          />
        ) : (
          <ul aria-label="Connectors" className="divide-y">
            {query.data.items.map((connector) => (
              <ConnectorItem key={connector.id} connector={connector} />
            ))}
          </ul>
        )}
      </SettingsSection>
      {isConnecting && <ConnectDialog onClose={() => setIsConnecting(false)} />}
    </>
  );
}
