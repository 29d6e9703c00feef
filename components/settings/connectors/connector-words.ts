import type { Connector, ConnectorRun } from "@/lib/contracts/connectors";

interface KindWords {
  label: string;
  /** What comes in. */
  brings: string;
  /** Where the key is found and what it must be allowed to do. */
  keyHelp: string;
  addressHint: string;
  addressPlaceholder: string;
}

export const KIND_WORDS: Record<Connector["kind"], KindWords> = {
  openai: {
    label: "OpenAI",
    brings: "Images and requests by hour, and billed costs by day. To reconcile with; they are no calls.",
    keyHelp:
      "An admin key of the organization: platform.openai.com, Settings, Organization, Admin keys. Read access to usage is enough. Keys of projects are refused.",
    addressHint: "Leave it empty for OpenAI itself.",
    addressPlaceholder: "https://api.openai.com",
  },
  litellm: {
    label: "LiteLLM",
    brings: "Calls from the proxy's spend logs, priced by their tokens.",
    keyHelp: "The proxy's master key, or a virtual key of an admin who may view spend logs.",
    addressHint: "Where your proxy is reached.",
    addressPlaceholder: "https://litellm.example.com",
  },
  langfuse: {
    label: "Langfuse",
    brings: "Calls from generations of image models. Langfuse Cloud, or self-hosted from version 4 on.",
    keyHelp: "A pair of keys of the project: Project settings, API keys.",
    addressHint:
      "Leave it empty for Langfuse Cloud in the EU; enter https://us.cloud.langfuse.com for the US.",
    addressPlaceholder: "https://cloud.langfuse.com",
  },
  helicone: {
    label: "Helicone",
    brings: "Calls from logged image requests, with what was asked for and returned.",
    keyHelp: "An API key that may read: Settings, API keys.",
    addressHint: "Leave it empty for the US; enter https://eu.api.helicone.ai for the EU.",
    addressPlaceholder: "https://api.helicone.ai",
  },
};

export const KIND_OPTIONS = (Object.keys(KIND_WORDS) as Connector["kind"][]).map((kind) => ({
  value: kind,
  title: KIND_WORDS[kind].label,
  description: KIND_WORDS[kind].brings,
}));

type Tone = "neutral" | "accent" | "over" | "under";

/** How a connector is, in a word. */
export function connectorState({ paused, state, reading, nextRunAt, problem }: Connector): {
  label: string;
  tone: Tone;
} {
  if (paused) return { label: "Paused", tone: "neutral" };
  if (state === "failing") return { label: "Failing", tone: "over" };
  if (reading && state === "importing") return { label: "Importing", tone: "accent" };
  if (reading) return { label: "Reading", tone: "accent" };
  if (problem !== null && nextRunAt !== null) return { label: "Waiting", tone: "neutral" };
  return state === "importing" ? { label: "Importing", tone: "accent" } : { label: "Stable", tone: "under" };
}

export const RUN_STATUS_WORDS: Record<ConnectorRun["status"], { label: string; tone: Tone }> = {
  running: { label: "Reading", tone: "accent" },
  done: { label: "Done", tone: "under" },
  waiting: { label: "Waiting", tone: "neutral" },
  failed: { label: "Failed", tone: "over" },
  stopped: { label: "Stopped", tone: "neutral" },
};

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

/** What a reading brought, in a few words: what is new first, and nothing that is zero but that. */
export function runSummary(run: Omit<ConnectorRun, "rejects">): string {
  const isSeries = run.rowsReported > 0 && run.rowsCreated === 0 && run.rowsExisting === 0;
  const parts = [
    isSeries
      ? count(run.rowsReported, "reported row", "reported rows")
      : count(run.rowsCreated, "new call", "new calls"),
    run.rowsExisting > 0 && `${run.rowsExisting.toLocaleString("en-US")} known`,
    run.rowsConflict > 0 && count(run.rowsConflict, "conflict", "conflicts"),
    run.rowsRejected > 0 && `${run.rowsRejected.toLocaleString("en-US")} not readable`,
    run.rowsSkipped > 0 && `${run.rowsSkipped.toLocaleString("en-US")} not about images`,
  ];
  return parts.filter(Boolean).join(", ");
}
