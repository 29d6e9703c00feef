import { OPERATION_WORDS, OUTCOME_WORDS, PURPOSE_WORDS, STAGE_WORDS } from "@/components/layout/call-words";
import { outputFormatSchema, qualitySchema } from "@/lib/contracts/values";
import type { ImportField } from "@/lib/imports";

export interface Choice {
  value: string;
  label: string;
}

export interface FieldDescription {
  field: ImportField;
  label: string;
  hint: string;
  /** The only values that the field can have; a field without choices takes any text of its kind. */
  choices?: readonly Choice[];
  /** What an assumption may look like. */
  example?: string;
  /** Whether an assumption for every line makes sense at all. */
  cannotBeAssumed?: boolean;
  isNumber?: boolean;
  /** The units that logs write it in, and what makes ours of them. The first one is ours. */
  units?: readonly { label: string; by: number }[];
  /** Names and moments stand for themselves: there is nothing to translate. */
  isVerbatim?: boolean;
}

export interface FieldGroup {
  name: string;
  fields: readonly FieldDescription[];
}

const choices = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const YES_NO: readonly Choice[] = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

const QUALITIES: readonly Choice[] = qualitySchema.options.map((value) => ({ value, label: value }));

const FORMATS: readonly Choice[] = outputFormatSchema.options.map((value) => ({ value, label: value }));

/** Every field of a call that a file can carry, in the order in which somebody would look for them. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    name: "The call",
    fields: [
      {
        field: "occurredAt",
        label: "Time",
        hint: "When the call was made. Needed.",
        cannotBeAssumed: true,
        isVerbatim: true,
      },
      {
        field: "id",
        label: "Id",
        hint: "The request's own id. Without one, the line itself identifies the call.",
        cannotBeAssumed: true,
        isVerbatim: true,
      },
      { field: "model", label: "Model", hint: "Needed.", example: "gpt-image-2" },
      { field: "provider", label: "Provider", hint: "Unknown is read as openai.", example: "openai" },
      {
        field: "operation",
        label: "Operation",
        hint: "Unknown is read as a generation.",
        choices: choices(OPERATION_WORDS),
      },
      { field: "batch", label: "In a batch", hint: "Unknown is read as no.", choices: YES_NO },
    ],
  },
  {
    name: "What it was for",
    fields: [
      {
        field: "workflow",
        label: "Workflow",
        hint: "New names become workflows.",
        example: "landing-heroes",
      },
      { field: "stage", label: "Stage", hint: "Unknown stays unknown.", choices: choices(STAGE_WORDS) },
      {
        field: "purpose",
        label: "Purpose",
        hint: "Unknown is read as for customers.",
        choices: choices(PURPOSE_WORDS),
      },
      {
        field: "retryOf",
        label: "Retry of",
        hint: "The id of the call that this one repeats.",
        cannotBeAssumed: true,
        isVerbatim: true,
      },
    ],
  },
  {
    name: "The picture",
    fields: [
      { field: "n", label: "Images asked for", hint: "Unknown is read as 1.", example: "1", isNumber: true },
      {
        field: "size",
        label: "Size",
        hint: "As asked for. Left to the model, it is found by what came back.",
        example: "1024x1024",
      },
      {
        field: "quality",
        label: "Quality",
        hint: "As asked for. Left to the model, it is found by what came back.",
        choices: QUALITIES,
      },
      {
        field: "returnedSize",
        label: "Size returned",
        hint: "As the response names it. It is believed before the size asked for.",
        example: "1024x1024",
      },
      {
        field: "returnedQuality",
        label: "Quality returned",
        hint: "As the response names it. It is believed before the quality asked for.",
        choices: QUALITIES,
      },
      {
        field: "outputFormat",
        label: "File format",
        hint: "Some prices depend on it.",
        choices: FORMATS,
      },
      {
        field: "inputImages",
        label: "Reference images",
        hint: "How many were sent along.",
        example: "0",
        isNumber: true,
      },
      {
        field: "partialImages",
        label: "Previews",
        hint: "Partial images that were streamed.",
        example: "0",
        isNumber: true,
      },
    ],
  },
  {
    name: "What came of it",
    fields: [
      {
        field: "outcome",
        label: "Outcome",
        hint: "Unknown outcomes are not counted as delivered.",
        choices: choices(OUTCOME_WORDS),
      },
      {
        field: "httpStatus",
        label: "HTTP status",
        hint: "From 400 on the call failed.",
        example: "200",
        isNumber: true,
      },
      {
        field: "errorCode",
        label: "Error code",
        hint: "As the provider names it.",
        cannotBeAssumed: true,
        isVerbatim: true,
      },
      {
        field: "imagesReturned",
        label: "Images returned",
        hint: "Unknown: all of a success, none of anything else.",
        example: "1",
        isNumber: true,
      },
      {
        field: "imagesAccepted",
        label: "Images accepted",
        hint: "Those that somebody could use.",
        cannotBeAssumed: true,
        isNumber: true,
      },
      {
        field: "latencyMs",
        label: "Took",
        hint: "Say in which unit the file has it.",
        cannotBeAssumed: true,
        isNumber: true,
        units: [
          { label: "milliseconds", by: 1 },
          { label: "seconds", by: 1000 },
          { label: "microseconds", by: 0.001 },
        ],
      },
    ],
  },
  {
    name: "What it cost",
    fields: [
      {
        field: "billed",
        label: "Billed",
        hint: "Unknown: decided by the billing rules.",
        choices: YES_NO,
      },
      {
        field: "chargedUsd",
        label: "Charged",
        hint: "What the provider says it charged. It beats every price list.",
        example: "0.21",
        isNumber: true,
        units: [
          { label: "US dollars", by: 1 },
          { label: "cents", by: 0.01 },
          { label: "millionths of a dollar", by: 0.000001 },
          { label: "billionths of a dollar", by: 0.000000001 },
        ],
      },
      {
        field: "inputTokens",
        label: "Tokens in",
        hint: "Text and images together.",
        cannotBeAssumed: true,
        isNumber: true,
      },
      {
        field: "textInputTokens",
        label: "Text tokens in",
        hint: "Where they are logged apart.",
        cannotBeAssumed: true,
        isNumber: true,
      },
      {
        field: "imageInputTokens",
        label: "Image tokens in",
        hint: "Where they are logged apart.",
        cannotBeAssumed: true,
        isNumber: true,
      },
      {
        field: "outputTokens",
        label: "Tokens out",
        hint: "Those of the pictures.",
        cannotBeAssumed: true,
        isNumber: true,
      },
      {
        field: "textOutputTokens",
        label: "Text tokens out",
        hint: "Where they are logged apart.",
        cannotBeAssumed: true,
        isNumber: true,
      },
      {
        field: "imageOutputTokens",
        label: "Image tokens out",
        hint: "Where they are logged apart.",
        cannotBeAssumed: true,
        isNumber: true,
      },
    ],
  },
];

const DESCRIPTIONS = new Map<string, FieldDescription>(
  FIELD_GROUPS.flatMap((group) =>
    group.fields.map((description) => [description.field, description] as const),
  ),
);

/** What a field is called in a message; a path that names none stands for itself. */
export function fieldLabel(field: string): string {
  return DESCRIPTIONS.get(field)?.label ?? field;
}
