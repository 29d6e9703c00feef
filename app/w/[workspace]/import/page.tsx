import type { Metadata } from "next";
import { ImportScreen } from "@/components/imports/import-screen";
import { requireMember } from "@/lib/server/access/require-member";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireMember((await params).workspace);
  return <ImportScreen />;
}
