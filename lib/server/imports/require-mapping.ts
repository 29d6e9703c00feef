import "server-only";
import { mappingProblems, type FileLayout, type ImportMapping } from "@/lib/imports";
import { RequestError } from "@/lib/server/http/request-error";

/** Refuses a mapping that cannot make a single call of the file, naming what is missing. */
export function requireMapping(mapping: ImportMapping, layout: FileLayout): void {
  const problems = mappingProblems(mapping, layout);
  const [first] = problems;
  if (first !== undefined) throw new RequestError("invalid_request", `${first.message}.`, problems);
}
