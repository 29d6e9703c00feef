import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export interface LostPageProps {
  description: string;
  backHref: string;
  backLabel: string;
}

/** A 404 that leads back. */
export function LostPage({ description, backHref, backLabel }: LostPageProps) {
  return (
    <EmptyState
      icon={Compass}
      title={<h1>There is no such page</h1>}
      description={description}
      action={
        <Button asChild variant="primary">
          <Link href={backHref}>{backLabel}</Link>
        </Button>
      }
    />
  );
}
