import type { Metadata } from "next";
import { LostPage } from "@/components/layout/lost-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <LostPage
        description="The address may be mistyped, or it belongs to a workspace that you are not a member of."
        backHref="/"
        backLabel="Go to your workspace"
      />
    </main>
  );
}
