import { LostPage } from "@/components/layout/lost-page";

export default function WorkspaceNotFound() {
  return (
    <LostPage
      description="The address may be mistyped, or what it showed was deleted."
      backHref="/"
      backLabel="Go to the overview"
    />
  );
}
