"use client";

import Link from "next/link";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { CallArrival } from "./call-arrival";
import { CallSnippetCard } from "./call-snippet-card";
import { SettingsSection } from "./settings-section";

/** From nothing to a logged call: a key, some code, and whether it has arrived. */
export function SendCallsSettings({ now }: { now: string }) {
  const { slug } = useWorkspace();
  const managesKeys = useAllows("manageApiKeys");
  return (
    <SettingsSection
      title="Send calls from your code"
      description={
        <>
          Put a key with the scope <code>ingest</code> in place of <code>pxc_live_…</code>.{" "}
          {managesKeys ? (
            <Link href={`/w/${slug}/settings/api-keys`} className="text-accent hover:underline">
              Create a key
            </Link>
          ) : (
            "Owners and admins create keys."
          )}{" "}
          A call that is sent again under its id counts once.
        </>
      }
    >
      <CallSnippetCard occurredAt={now} />
      <CallArrival />
    </SettingsSection>
  );
}
