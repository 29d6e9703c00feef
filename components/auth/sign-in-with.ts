import { callApi } from "@/lib/client/fetch-json";
import { settingsEndpoints } from "@/lib/contracts/settings";

const MESSAGES: Record<string, string> = {
  CredentialsSignin: "This e-mail address and password do not belong together.",
  TooManyRequests: "Too many tries. Wait a minute, then try again.",
};

/** The sentence for an error code that next-auth answers with. */
export function signInMessage(code: string): string {
  return MESSAGES[code] ?? "Signing in did not work. Reload the page and try again.";
}

/** Null when it worked, else what went wrong, in words. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  return attempt("credentials", { email, password });
}

/** The one-click entrance on the person's own machine. */
export async function signInLocally(): Promise<string | null> {
  return attempt("local", {});
}

async function attempt(provider: "credentials" | "local", credentials: Record<string, string>) {
  // Not part of what the page loads first.
  const { signIn } = await import("next-auth/react");
  try {
    const result = await signIn(provider, { ...credentials, redirect: false });
    if (result?.ok) return null;
    return signInMessage(result?.status === 429 ? "TooManyRequests" : (result?.error ?? ""));
  } catch {
    return "Pixelcast cannot be reached. Check the connection and try again.";
  }
}

/** Where the sample is; the front page when there is none. */
export async function samplePath(): Promise<string> {
  const { workspaces } = await callApi(settingsEndpoints.getMe, {});
  const sample = workspaces.find(({ isSample }) => isSample);
  return sample ? `/w/${sample.slug}/overview` : "/";
}
