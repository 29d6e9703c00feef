import type { Metadata } from "next";
import { SendCallsSettings } from "@/components/settings/send-calls-settings";
import { requireMember } from "@/lib/server/access/require-member";
import { currentTime } from "@/lib/server/clock";

export const metadata: Metadata = { title: "Send calls · Settings" };

export default async function SendCallsPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireMember((await params).workspace);
  return <SendCallsSettings now={currentTime().toISOString()} />;
}
