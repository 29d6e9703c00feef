import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./actor";
import { findMembership } from "./find-membership";
import { requireUser } from "./require-user";

/** The viewer of a page as a member of its workspace; a workspace of others looks as if it did not exist. */
export const requireMember = cache(async (slug: string): Promise<Actor> => {
  const user = await requireUser();
  const actor = /^[a-z0-9-]{1,60}$/.test(slug) ? await findMembership(user, slug) : null;
  if (actor === null) notFound();
  return actor;
});
