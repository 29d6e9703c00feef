"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { SettingsSection } from "./settings-section";

const DeleteDialog = dynamic(() => import("./delete-dialog").then((module) => module.DeleteDialog), {
  ssr: false,
});

export function DeleteSection() {
  const { name } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <SettingsSection
      title="Delete workspace"
      description="For good. There is no way back, so it asks for the name."
    >
      <div className="flex items-center justify-between gap-4 max-sm:flex-col max-sm:items-start">
        <p>Calls, scenarios, forecasts, prices, imports, members and API keys of {name} go with it.</p>
        <Button variant="danger-quiet" onClick={() => setIsOpen(true)}>
          Delete workspace…
        </Button>
      </div>
      {isOpen && <DeleteDialog onClose={() => setIsOpen(false)} />}
    </SettingsSection>
  );
}
