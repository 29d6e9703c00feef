import { FieldError } from "@/components/ui/field";

/** What is wrong with a form as a whole, above its buttons. */
export function FormProblem({ message }: { message: string | undefined }) {
  return message === undefined ? null : <FieldError>{message}</FieldError>;
}
