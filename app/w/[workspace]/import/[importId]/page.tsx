import type { Metadata } from "next";
import { ImportDetailScreen } from "@/components/imports/import-detail-screen";
import { requireMember } from "@/lib/server/access/require-member";

export const metadata: Metadata = { title: "Import" };

interface ImportDetailPageProps {
  params: Promise<{ workspace: string; importId: string }>;
}

export default async function ImportDetailPage({ params }: ImportDetailPageProps) {
  const { workspace, importId } = await params;
  await requireMember(workspace);
  return <ImportDetailScreen importId={importId} />;
}
