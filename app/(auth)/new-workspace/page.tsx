import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { FirstWorkspaceForm } from "@/components/auth/first-workspace-form";
import { requireUser } from "@/lib/server/access/require-user";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  const user = await requireUser();
  return (
    <AuthCard
      title="Start a workspace"
      description={`You are signed in as ${user.name}, and a member of no workspace.`}
    >
      <FirstWorkspaceForm />
    </AuthCard>
  );
}
