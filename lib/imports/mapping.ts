/** The fields of a call that a file's columns can be mapped to. */
export type ImportField =
  | "id"
  | "occurredAt"
  | "model"
  | "workflow"
  | "stage"
  | "purpose"
  | "provider"
  | "operation"
  | "n"
  | "size"
  | "quality"
  | "returnedSize"
  | "returnedQuality"
  | "outputFormat"
  | "inputImages"
  | "partialImages"
  | "batch"
  | "outcome"
  | "billed"
  | "httpStatus"
  | "errorCode"
  | "imagesReturned"
  | "imagesAccepted"
  | "retryOf"
  | "latencyMs"
  | "inputTokens"
  | "textInputTokens"
  | "imageInputTokens"
  | "outputTokens"
  | "textOutputTokens"
  | "imageOutputTokens"
  | "chargedUsd";

export type Translation =
  | { kind: "values"; values: Record<string, string>; otherwise: string | null }
  | { kind: "thresholds"; steps: { below: number; value: string }[]; otherwise: string }
  | { kind: "multiply"; by: number }
  /** How many items a list in JSON has. */
  | { kind: "count" };

/** How one field is read: from a column, translated, or else set to a stated assumption. */
export interface FieldRule {
  column: string | null;
  translate: Translation | null;
  assumed: string | null;
}

/** What a row must have to be read at all: a cell that is one of these values, or that contains one of them. */
export interface RowCondition {
  column: string;
  is: "one_of" | "containing";
  values: string[];
}

export interface ImportMapping {
  timeZone: string;
  /** A log may hold more than calls for images. Rows that fail one of these are left out. */
  only?: RowCondition[] | undefined;
  fields: Partial<Record<ImportField, FieldRule>>;
  /** Tag name to column. */
  tags: Record<string, string>;
  repeats: "count_once" | "count_each";
}
