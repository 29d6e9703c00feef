import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { callbackPath } from "@/components/auth/callback-path";
import { LocalEntrance } from "@/components/auth/local-entrance";
import { SignInForm } from "@/components/auth/sign-in-form";
import { isLocalSignInAllowed } from "@/lib/server/auth/local-sign-in";
import { currentUser } from "@/lib/server/auth/session";
import { isSetUpOpen } from "@/lib/server/settings/set-up";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const query = await searchParams;
  const callbackUrl = callbackPath(typeof query.callbackUrl === "string" ? query.callbackUrl : null);
  if ((await currentUser()) !== null) redirect(callbackUrl);
  const isLocal = isLocalSignInAllowed(await headers());
  const canSetUp = await isSetUpOpen();
  return (
    <AuthCard
      title="Sign in to Pixelcast"
      description="What image generation will cost, and whether you were right."
      footer={
        <>
          {canSetUp && (
            <p>
              New here?{" "}
              <Link href="/setup" className="font-medium text-accent hover:underline">
                Set up Pixelcast
              </Link>
            </p>
          )}
          <p>
            What does one image cost?{" "}
            <Link href="/calculator" className="font-medium text-accent hover:underline">
              Open the calculator
            </Link>
          </p>
        </>
      }
    >
      {isLocal && (
        <>
          <LocalEntrance callbackUrl={callbackUrl} />
          <div className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
            or
          </div>
        </>
      )}
      <SignInForm
        callbackUrl={callbackUrl}
        errorCode={typeof query.error === "string" ? query.error : null}
        isSecondary={isLocal}
      />
    </AuthCard>
  );
}
