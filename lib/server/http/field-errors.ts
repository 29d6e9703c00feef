import "server-only";
import type { z } from "zod";
import type { FieldError } from "./request-error";

type Issue = z.core.$ZodIssue;

/** Every field that a schema refused, by dotted path. Unknown fields are named one by one. */
export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.flatMap((issue) => fromIssue(issue, []));
}

function fromIssue(issue: Issue, parents: readonly PropertyKey[]): FieldError[] {
  const path = [...parents, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: dotted([...path, key]),
      message: "This field is not known here",
    }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    return closestAlternative(issue.errors).flatMap((inner) => fromIssue(inner, path));
  }
  if ((issue.code === "invalid_key" || issue.code === "invalid_element") && issue.issues.length > 0) {
    return issue.issues.map((inner) => ({ path: dotted(path), message: inner.message }));
  }
  return [{ path: dotted(path), message: issue.message }];
}

/** Of several shapes that a value may have, the one it came closest to: deepest into the value, then fewest problems. */
function closestAlternative(alternatives: readonly Issue[][]): Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  const [closest = []] = [...alternatives].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return closest;
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}
