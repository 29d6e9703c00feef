import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { currentTime } from "@/lib/server/clock";
import { findSession } from "./find-session";
import type { SignedInUser } from "./signed-in-user";

/** The person who looks at this page, or null. Layouts and pages of one request share the answer. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  return findSession(await headers(), currentTime());
});
