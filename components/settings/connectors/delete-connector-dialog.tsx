"use client";

import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useDeleteConnector } from "@/lib/client/connector-mutations";
import type { Connector } from "@/lib/contracts/connectors";

/** Asks first: the key is gone with it. */
export function DeleteConnectorDialog({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const { slug } = useWorkspace();
  const remove = useDeleteConnector(slug);
  const stays =
    connector.kind === "openai"
      ? "Its key, its history and what the provider reported through it are deleted, so months can no longer be reconciled with that."
      : "Its key and its history are deleted. The calls that it logged stay.";
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={`Delete ${connector.name}?`} description={stays} width="sm">
        <DialogActions>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            variant="danger"
            isPending={remove.isPending}
            onClick={() =>
              remove.mutate(connector.id, {
                onSuccess: () => notify({ message: `${connector.name} deleted` }),
                onError: (error) => notifyError("It was not deleted", messageOf(error)),
                onSettled: onClose,
              })
            }
          >
            Delete connector
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
