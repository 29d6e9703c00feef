import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { ApiError, messageOf } from "@/lib/client/api-error";

/**
 * Puts what the server refused beside the fields it names. Whatever names no field of this form stands above the
 * buttons, as `errors.root`.
 */
export function showProblem<Values extends FieldValues, Context, Output>(
  form: Pick<UseFormReturn<Values, Context, Output>, "setError" | "getValues">,
  error: unknown,
): void {
  const fields = error instanceof ApiError ? error.fields : [];
  const known = fields.filter(({ path }) => (path.split(".")[0] as string) in form.getValues());
  for (const [index, { path, message }] of known.entries()) {
    form.setError(path as FieldPath<Values>, { type: "server", message }, { shouldFocus: index === 0 });
  }
  if (known.length === 0) {
    const details = fields.map(({ path, message }) => `${path}: ${message}`);
    form.setError("root", { type: "server", message: [messageOf(error), ...details].join(" ") });
  }
}
