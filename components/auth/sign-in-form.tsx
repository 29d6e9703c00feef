"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { FormProblem } from "@/components/layout/form-problem";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordField } from "@/components/ui/password-field";
import { ReadyButton } from "@/components/ui/ready-button";
import { emailSchema } from "@/lib/contracts/settings";
import { signInMessage, signInWithPassword } from "./sign-in-with";

const signInSchema = z.object({ email: emailSchema, password: z.string().min(1, "Enter your password") });

export interface SignInFormProps {
  callbackUrl: string;
  /** What next-auth sent the browser back with. */
  errorCode: string | null;
  /** Quieter where the one-click entrance is the main thing. */
  isSecondary: boolean;
}

export function SignInForm({ callbackUrl, errorCode, isSecondary }: SignInFormProps) {
  const [hasEntered, setHasEntered] = useState(false);
  // No default values: they would wipe out what a password manager or a quick hand put in before the page ran.
  const form = useForm({ resolver: zodResolver(signInSchema) });
  const { errors, isSubmitting, isSubmitted } = form.formState;

  const submit = form.handleSubmit(async ({ email, password }) => {
    const failure = await signInWithPassword(email, password);
    if (failure !== null) return form.setError("root", { message: failure });
    setHasEntered(true);
    window.location.assign(callbackUrl);
  });

  return (
    <form onSubmit={(event) => void submit(event)} method="post" noValidate className="grid gap-4">
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="username" inputMode="email" {...form.register("email")} />
      </Field>
      <Field label="Password" error={errors.password?.message}>
        <PasswordField autoComplete="current-password" {...form.register("password")} />
      </Field>
      <FormProblem
        message={
          errors.root?.message ?? (isSubmitted || errorCode === null ? undefined : signInMessage(errorCode))
        }
      />
      <ReadyButton
        type="submit"
        size="lg"
        variant={isSecondary ? "secondary" : "primary"}
        isPending={isSubmitting || hasEntered}
      >
        Sign in
      </ReadyButton>
    </form>
  );
}
