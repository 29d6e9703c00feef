"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsString, useQueryState } from "nuqs";
import { useCallback } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { callQuery } from "@/lib/client/usage-queries";
import type { LoggedCall } from "@/lib/contracts/calls";

// Opened for one call at a time: it is not part of what the page loads first.
const CallSheet = dynamic(() => import("./call-sheet").then((module) => module.CallSheet), { ssr: false });

const openedCall = parseAsString.withOptions({ history: "push" });

/** The call that the address names, whether or not the list below has it. */
export function OpenedCall() {
  const [callId, setCallId] = useQueryState("call", openedCall);
  if (callId === null) return null;
  return <CallSheet callId={callId} onClose={() => void setCallId(null)} />;
}

/** Opens a call of the list, of which everything is known already. */
export function useOpenCall(): (call: LoggedCall) => void {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [, setCallId] = useQueryState("call", openedCall);
  return useCallback(
    (call) => {
      client.setQueryData(callQuery(slug, call.id).queryKey, call);
      void setCallId(call.id);
    },
    [client, slug, setCallId],
  );
}
