"use client";

import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useKeepCalls } from "@/lib/client/retention-mutations";

/** Lets no later day go, and ends what is under way. It takes nothing away, so it does not ask. */
export function KeepButton({ label }: { label: string }) {
  const { slug } = useWorkspace();
  const keep = useKeepCalls(slug);
  return (
    <Button
      size="sm"
      isPending={keep.isPending}
      onClick={() =>
        keep.mutate(undefined, {
          onSuccess: () => notify({ message: "Every call is kept from here on" }),
          onError: (error) => notifyError("It was not stopped", messageOf(error)),
        })
      }
    >
      {label}
    </Button>
  );
}
