"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { ReadyButton } from "@/components/ui/ready-button";
import { notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useCreateWorkspace } from "@/lib/client/settings-mutations";
import { useWorkspace } from "./workspace-context";

/** Says plainly that the figures are invented, and leads to the viewer's own workspace in one click. */
export function SampleBanner() {
  const router = useRouter();
  const { isSample } = useWorkspace();
  const create = useCreateWorkspace();
  if (!isSample) return null;

  function start() {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    create.mutate(
      { name: "My workspace", timeZone },
      {
        onSuccess: ({ slug }) => router.push(`/w/${slug}/overview`),
        onError: (error) => notifyError("The workspace was not created", messageOf(error)),
      },
    );
  }

  return (
    <aside
      aria-label="Sample data"
      className="flex flex-wrap items-center justify-between gap-x-2 gap-y-2 border-b bg-sunken px-4 py-1.5 md:px-7"
    >
      <p className="flex items-center gap-2">
        <FlaskConical aria-hidden className="size-4 shrink-0 text-muted max-sm:hidden" />
        <span>
          <strong className="font-semibold">Sample data</strong>, all invented
          <span className="max-sm:hidden">: try anything</span>.
        </span>
      </p>
      <ReadyButton
        size="sm"
        onClick={start}
        isPending={create.isPending || create.isSuccess}
        className="print:hidden"
      >
        Start your own workspace
      </ReadyButton>
    </aside>
  );
}
