import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { LAST_WORKSPACE_COOKIE } from "@/components/layout/last-workspace-cookie";
import { requireUser } from "@/lib/server/access/require-user";
import { getMe } from "@/lib/server/settings/get-me";

/** Leads to the workspace that was open last, else to the first, else to making one. */
export default async function FrontPage() {
  const { workspaces } = await getMe(await requireUser());
  const last = (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value;
  const workspace = workspaces.find(({ slug }) => slug === last) ?? workspaces[0];
  redirect(workspace ? `/w/${workspace.slug}/overview` : "/new-workspace");
}
