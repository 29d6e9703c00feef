"use client";

import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useRevokeApiKey } from "@/lib/client/settings-mutations";
import type { ApiKey } from "@/lib/contracts/settings";

/** Asks first: a revoked key cannot be brought back, because nobody has its secret. */
export function RevokeButton({ apiKey }: { apiKey: ApiKey }) {
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const revoke = useRevokeApiKey(slug);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={`Revoke ${apiKey.name}`}>
          Revoke
        </Button>
      </DialogTrigger>
      <DialogContent
        title={`Revoke ${apiKey.name}?`}
        description="Programs that use it are refused from their next request on. It cannot be brought back."
        width="sm"
      >
        <DialogActions>
          <Button onClick={() => setIsOpen(false)}>Keep it</Button>
          <Button
            variant="danger"
            isPending={revoke.isPending}
            onClick={() =>
              revoke.mutate(apiKey.id, {
                onSuccess: () => notify({ message: `${apiKey.name} revoked` }),
                onError: (error) => notifyError("The key was not revoked", messageOf(error)),
                onSettled: () => setIsOpen(false),
              })
            }
          >
            Revoke key
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
