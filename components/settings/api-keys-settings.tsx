"use client";

import { useQuery } from "@tanstack/react-query";
import { Lock, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { apiKeysQuery } from "@/lib/client/settings-queries";
import { ApiKeyTable } from "./api-key-table";
import { SettingsSection } from "./settings-section";

const CreateKeyDialog = dynamic(
  () => import("./create-key-dialog").then((module) => module.CreateKeyDialog),
  { ssr: false },
);

export function ApiKeysSettings() {
  const { slug } = useWorkspace();
  const mayManage = useAllows("manageApiKeys");
  const { data: keys } = useQuery({ ...apiKeysQuery(slug), enabled: mayManage });
  const [isCreating, setIsCreating] = useState(false);
  if (!mayManage) {
    return (
      <Card>
        <EmptyState
          icon={Lock}
          title="Owners and admins manage API keys"
          description="Ask one of them for a key; they are listed under Members."
        />
      </Card>
    );
  }
  const create = (
    <Button variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden /> Create key
    </Button>
  );
  return (
    <div className="grid grid-cols-1 gap-7">
      <SettingsSection
        title="API keys"
        description="For programs. A key's secret is shown once, and only its fingerprint is kept."
        isFlush
        actions={keys?.items.length !== 0 && create}
      >
        <ApiKeyTable createButton={create} />
      </SettingsSection>
      {isCreating && <CreateKeyDialog onClose={() => setIsCreating(false)} />}
    </div>
  );
}
