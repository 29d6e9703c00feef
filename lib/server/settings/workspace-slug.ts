import "server-only";
import { withWorkspaceSlug } from "@/lib/server/db/with-workspace-slug";

/** Words that would read as something else in an address, and the sample's own. */
const RESERVED = new Set(["admin", "api", "demo", "me", "new", "settings", "setup", "sign-in", "w", "www"]);
const MAX_LENGTH = 40;

/** A name as it may stand in an address: "Crème & Co." becomes `creme-co`. One without a Latin letter or digit gets the stand-in. */
export function slugOf(name: string, standIn = "workspace"): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? [standIn]).join("-").slice(0, MAX_LENGTH).replace(/-+$/, "");
}

/** The slug of a name, or the first numbered one that is neither reserved nor in use. */
export async function freeSlug(name: string): Promise<string> {
  const base = slugOf(name);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!RESERVED.has(slug) && !(await isInUse(slug))) return slug;
  }
}

function isInUse(slug: string): Promise<boolean> {
  return withWorkspaceSlug(slug, async (tx) => (await tx.workspace.count({ where: { slug } })) > 0);
}
