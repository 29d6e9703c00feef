"use client";

import { useAllows } from "@/components/layout/workspace-context";
import { BudgetSection } from "./budget-section";
import { DeleteSection } from "./delete-section";
import { RecountSection } from "./recount-section";
import { RetentionSection } from "./retention/retention-section";
import { WorkspaceSection } from "./workspace-section";

export function WorkspaceSettings() {
  const mayEdit = useAllows("editWorkspace");
  const mayDrop = useAllows("dropCalls");
  const mayDelete = useAllows("deleteWorkspace");
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-7">
      <WorkspaceSection />
      <BudgetSection />
      {mayEdit && <RecountSection />}
      {mayDrop && <RetentionSection />}
      {mayDelete && <DeleteSection />}
    </div>
  );
}
