import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describeApi } from "@/lib/server/openapi/describe-api";
import { isDate } from "@/lib/time";
import { ENDPOINT_IDS, type EndpointId } from "../call-endpoint";

/** A JSON schema, as far as the description uses any. */
export interface Schema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

interface Described {
  operationId: EndpointId;
  parameters?: { in: "path" | "query"; name: string; required?: boolean; schema: Schema }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}

export interface Operation extends Described {
  method: string;
  /** Where it stands in the document, as a JSON pointer. */
  pointer: string;
}

type Document = { paths: Record<string, Record<string, Described>> } & Record<string, unknown>;

// Through text, as a client gets it.
const document = JSON.parse(JSON.stringify(describeApi())) as Document;

/**
 * The description's own judge: it reads the schemas that clients read and knows nothing of the contracts that they were
 * made from.
 */
const ajv = new Ajv2020({
  strict: false,
  formats: { date: isDate, uri: (text) => URL.canParse(text), email: true, "date-time": true },
});
ajv.addSchema(document, "api");

export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({
    ...described,
    method: method.toUpperCase(),
    pointer: `paths/${escaped(path)}/${method}`,
  })),
);

export function operationOf(id: EndpointId): Operation {
  const found = OPERATIONS.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`${id} is not described; these are: ${ENDPOINT_IDS.join(", ")}`);
  return found;
}

/** The schema that a reference leads to. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const place = schema.$ref.split("/").slice(1);
  return resolved(
    place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document) as Schema,
  );
}

/** Whether a value is as the description says at a place of the document. */
export function isDescribed(pointer: string, value: unknown): boolean {
  return validator(pointer)(value);
}

/** What the description has against a value. */
export function objections(pointer: string, value: unknown): string[] {
  const validate = validator(pointer);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function validator(pointer: string): ValidateFunction {
  const found = ajv.getSchema(`api#/${pointer}`);
  if (!found) throw new Error(`The description has nothing at ${pointer}.`);
  return found;
}

/** One step of a JSON pointer. */
export function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
