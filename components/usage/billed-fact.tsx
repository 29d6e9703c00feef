import Link from "next/link";
import { useWorkspace } from "@/components/layout/workspace-context";
import type { LoggedCall } from "@/lib/contracts/calls";

const BECAUSE: Record<Exclude<LoggedCall["billedBasis"], "rule">, string> = {
  stated: "as the log says",
  charged: "by the charge",
  tokens: "by the tokens put out",
  succeeded: "as it succeeded",
  unknown: "as no rule says",
};

/** Whether a call is billed and what says so; a rule leads to the list of rules. */
export function BilledFact({ call: { billed, billedBasis } }: { call: LoggedCall }) {
  const { slug } = useWorkspace();
  return (
    <>
      {billed === null ? "Unknown" : billed ? "Yes" : "No"}
      <span className="text-muted">
        {", "}
        {billedBasis === "rule" ? (
          <Link href={`/w/${slug}/settings/billing-rules`} className="underline hover:text-accent">
            by a billing rule
          </Link>
        ) : (
          BECAUSE[billedBasis]
        )}
      </span>
    </>
  );
}
