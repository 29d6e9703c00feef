import type { z } from "zod";
import type { Endpoint } from "@/lib/contracts/endpoint";

type InputOf<Schema extends z.ZodType | undefined> = z.input<NonNullable<Schema>>;
/** What an address can carry. */
type Scalar = string | number | boolean | null | undefined;
type Empty = Record<never, never>;

/** Asks for a part only of endpoints that describe it, and lets it be left out when nothing in it is required. */
type Part<Name extends string, Value> = unknown extends Value
  ? Empty
  : Empty extends Value
    ? { [Key in Name]?: Value | undefined }
    : { [Key in Name]: Value };

export type AddressOf<E extends Endpoint> = Part<"params", InputOf<E["params"]>> &
  Part<"query", InputOf<E["query"]>> & {
    /** The slug; left out only by addresses that belong to no workspace, such as setup. */
    workspace?: string | undefined;
  };

/** The address of an endpoint with its parameters filled in: for requests, and for links to files. */
export function apiUrl<E extends Endpoint>(endpoint: E, address: AddressOf<E>): string {
  const {
    params = {},
    query = {},
    workspace,
  } = address as {
    params?: Record<string, Scalar>;
    query?: Record<string, Scalar>;
    workspace?: string;
  };
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (params[name] == null) throw new RangeError(`${endpoint.path} needs ${name}.`);
    return encodeURIComponent(String(params[name]));
  });
  const search = new URLSearchParams();
  if (workspace !== undefined) search.set("workspace", workspace);
  for (const [name, value] of Object.entries(query)) {
    if (value != null && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
