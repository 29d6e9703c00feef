"use client";

import { useAllows } from "@/components/layout/workspace-context";
import { BudgetSection } from "./budget-section";
import { DeleteSection } from "./delete-section";
import { RecountSection } from "./recount-section";
import { WorkspaceSection } from "./workspace-section";

export function WorkspaceSettings() {
  const mayEdit = useAllows("editWorkspace");
  const mayDelete = useAllows("deleteWorkspace");
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-7">
      <WorkspaceSection />
      <BudgetSection />
      {mayEdit && <RecountSection />}
      {mayDelete && <DeleteSection />}
    </div>
  );
}
