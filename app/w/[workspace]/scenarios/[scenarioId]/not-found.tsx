"use client";

import { LostPage } from "@/components/layout/lost-page";
import { useWorkspace } from "@/components/layout/workspace-context";

export default function ScenarioNotFound() {
  const { slug } = useWorkspace();
  return (
    <LostPage
      description="The scenario was deleted, or the address is mistyped."
      backHref={`/w/${slug}/scenarios`}
      backLabel="Go to the scenarios"
    />
  );
}
