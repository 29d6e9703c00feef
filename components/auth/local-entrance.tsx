"use client";

import { useState } from "react";
import { FieldError } from "@/components/ui/field";
import { ReadyButton } from "@/components/ui/ready-button";
import { samplePath, signInLocally } from "./sign-in-with";

/** Only shown where the server runs on the viewer's own machine. */
export function LocalEntrance({ callbackUrl }: { callbackUrl: string }) {
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function enter() {
    setIsPending(true);
    const failure = await signInLocally();
    setProblem(failure);
    if (failure !== null) return setIsPending(false);
    // A whole new page, so that nothing drawn for nobody stays in memory.
    window.location.assign(callbackUrl === "/" ? await samplePath() : callbackUrl);
  }

  return (
    <div className="grid gap-2">
      <ReadyButton variant="primary" size="lg" isPending={isPending} onClick={() => void enter()}>
        Open the sample workspace
      </ReadyButton>
      <p className="text-center text-sm text-balance text-muted">
        One click, no account: this server runs on your own computer.
      </p>
      {problem && <FieldError>{problem}</FieldError>}
    </div>
  );
}
