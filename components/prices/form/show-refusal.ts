import type { FieldPath, UseFormReturn } from "react-hook-form";
import { showProblem } from "@/components/layout/show-problem";
import { ApiError } from "@/lib/client/api-error";
import type { RateCardBody } from "@/lib/contracts/prices";
import type { PriceFormValues } from "./price-form-values";
import { fieldOf, type Places } from "./places";

/** Puts what the server refused at the boxes that it comes from; the body's paths are not the form's. */
export function showRefusal(
  form: UseFormReturn<PriceFormValues, unknown, RateCardBody>,
  places: Places,
  error: unknown,
): void {
  const fields = error instanceof ApiError ? error.fields : [];
  if (fields.length === 0) return showProblem(form, error);
  for (const [index, { path, message }] of fields.entries()) {
    form.setError(
      fieldOf(places, path) as FieldPath<PriceFormValues>,
      { type: "server", message },
      { shouldFocus: index === 0 },
    );
  }
}
