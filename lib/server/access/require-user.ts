import "server-only";
import { redirect } from "next/navigation";
import { headers } from "next/headers";
import { currentUser } from "@/lib/server/auth/session";
import type { SignedInUser } from "@/lib/server/auth/signed-in-user";

/** The person who looks at this page; anybody else is sent to sign in, and back here afterwards. */
export async function requireUser(): Promise<SignedInUser> {
  const user = await currentUser();
  if (user !== null) return user;
  // Set by proxy.ts, because a page is not told its own address.
  const address = (await headers()).get("x-pixelcast-address");
  redirect(address === null ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(address)}`);
}
