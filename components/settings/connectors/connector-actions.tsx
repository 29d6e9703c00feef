"use client";

import { Ellipsis } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useRunConnector, useUpdateConnector } from "@/lib/client/connector-mutations";
import type { Connector } from "@/lib/contracts/connectors";

const BackfillDialog = dynamic(() => import("./backfill-dialog").then((module) => module.BackfillDialog), {
  ssr: false,
});
const ChangeDialog = dynamic(() => import("./change-dialog").then((module) => module.ChangeDialog), {
  ssr: false,
});
const DeleteConnectorDialog = dynamic(
  () => import("./delete-connector-dialog").then((module) => module.DeleteConnectorDialog),
  { ssr: false },
);
const RunsDialog = dynamic(() => import("./runs-dialog").then((module) => module.RunsDialog), { ssr: false });

type Open = "runs" | "backfill" | "change" | "delete";

export function ConnectorActions({ connector, mayManage }: { connector: Connector; mayManage: boolean }) {
  const { slug } = useWorkspace();
  const [open, setOpen] = useState<Open | null>(null);
  const run = useRunConnector(slug);
  const update = useUpdateConnector(slug, connector.id);
  const close = () => setOpen(null);

  function setPaused(paused: boolean) {
    update.mutate(
      { paused },
      {
        onSuccess: () => notify({ message: `${connector.name} ${paused ? "paused" : "resumed"}` }),
        onError: (error) => notifyError("Nothing was changed", messageOf(error)),
      },
    );
  }

  return (
    <div className="flex items-center gap-2">
      <Button
        size="sm"
        variant="ghost"
        onClick={() => setOpen("runs")}
        aria-label={`History of ${connector.name}`}
      >
        History
      </Button>
      {mayManage && (
        <>
          {connector.paused ? (
            <Button size="sm" isPending={update.isPending} onClick={() => setPaused(false)}>
              Resume
            </Button>
          ) : (
            <Button
              size="sm"
              isPending={run.isPending || connector.reading}
              onClick={() =>
                run.mutate(connector.id, {
                  onError: (error) => notifyError("It is not being read", messageOf(error)),
                })
              }
              aria-label={`Read ${connector.name} now`}
            >
              Read now
            </Button>
          )}
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <IconButton label={`More for ${connector.name}`} size="sm">
                <Ellipsis aria-hidden />
              </IconButton>
            </DropdownMenuTrigger>
            <DropdownMenuContent>
              {!connector.paused && (
                <DropdownMenuItem onSelect={() => setOpen("backfill")}>
                  Read again from a day…
                </DropdownMenuItem>
              )}
              <DropdownMenuItem onSelect={() => setOpen("change")}>
                Change name, schedule or key…
              </DropdownMenuItem>
              {!connector.paused && (
                <DropdownMenuItem onSelect={() => setPaused(true)}>Pause</DropdownMenuItem>
              )}
              <DropdownMenuItem isDangerous onSelect={() => setOpen("delete")}>
                Delete…
              </DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        </>
      )}
      {open === "runs" && <RunsDialog connector={connector} onClose={close} />}
      {open === "backfill" && <BackfillDialog connector={connector} onClose={close} />}
      {open === "change" && <ChangeDialog connector={connector} onClose={close} />}
      {open === "delete" && <DeleteConnectorDialog connector={connector} onClose={close} />}
    </div>
  );
}
