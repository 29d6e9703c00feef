import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { freshnessQuery } from "@/lib/client/freshness-query";
import { createQueryClient } from "@/lib/client/query-client";
import { meQuery } from "@/lib/client/settings-queries";
import { requireMember } from "@/lib/server/access/require-member";
import { requireUser } from "@/lib/server/access/require-user";
import { getMe } from "@/lib/server/settings/get-me";
import { workspaceAnswer } from "@/lib/server/settings/workspace-answer";
import { getFreshness } from "@/lib/server/usage/get-freshness";

const LOST = "Not found · Pixelcast";

interface WorkspaceLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: WorkspaceLayoutProps): Promise<Metadata> {
  // The layout itself answers for those who may not come in; here they only get a title.
  const actor = await requireMember((await params).workspace).catch(() => null);
  if (actor === null) return { title: { default: LOST, template: LOST } };
  const { workspace } = actor;
  return {
    title: { default: `${workspace.name} · Pixelcast`, template: `%s · ${workspace.name} · Pixelcast` },
  };
}

export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  const { workspace, role } = await requireMember((await params).workspace);
  const user = await requireUser();
  const client = createQueryClient();
  await Promise.all([
    client.prefetchQuery({ ...meQuery(), queryFn: () => getMe(user) }),
    client.prefetchQuery({ ...freshnessQuery(workspace.slug), queryFn: () => getFreshness(workspace) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <AppShell workspace={workspaceAnswer(workspace, role)}>{children}</AppShell>
    </HydrationBoundary>
  );
}
