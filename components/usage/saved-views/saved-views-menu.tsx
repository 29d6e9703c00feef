"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { messageOf } from "@/lib/client/api-error";
import { savedViewsQuery } from "@/lib/client/saved-view-queries";
import type { SavedView } from "@/lib/contracts/saved-views";
import { SavedViewDialog } from "./saved-view-dialog";
import { SavedViewRow } from "./saved-view-row";

/** The views that were saved, one's own and the team's, and a way to save the one on the screen. */
export function SavedViewsMenu({ current }: { current: string }) {
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const [edited, setEdited] = useState<SavedView | "new" | null>(null);
  const query = useQuery(savedViewsQuery(slug));
  const views = query.data?.items ?? [];
  const shown = views.find((view) => view.query === current);
  const edit = (view: SavedView | "new") => {
    setIsOpen(false);
    setEdited(view);
  };
  return (
    <>
      <Popover open={isOpen} onOpenChange={setIsOpen}>
        <PopoverTrigger asChild>
          <Button className="max-w-60">
            <Bookmark aria-hidden /> <span className="truncate">{shown?.name ?? "Views"}</span>
          </Button>
        </PopoverTrigger>
        <PopoverContent align="start" className="w-80 p-2">
          {query.isError ? (
            <p role="alert" className="p-1.5">
              {messageOf(query.error)}
            </p>
          ) : views.length === 0 ? (
            <p className="p-1.5 text-muted">
              {query.isPending ? "Loading the views" : "Save filters, groups and dates to come back to them."}
            </p>
          ) : (
            <>
              <ViewList
                title="Yours"
                views={views.filter(({ isOwn }) => isOwn)}
                current={current}
                onEdit={edit}
                onClose={() => setIsOpen(false)}
              />
              <ViewList
                title="Shared by the team"
                views={views.filter(({ isOwn }) => !isOwn)}
                current={current}
                onEdit={edit}
                onClose={() => setIsOpen(false)}
              />
            </>
          )}
          <Button className="mt-2 w-full" onClick={() => edit("new")}>
            Save this view
          </Button>
        </PopoverContent>
      </Popover>
      {edited !== null && (
        <SavedViewDialog
          view={edited === "new" ? null : edited}
          current={current}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

interface ViewListProps {
  title: string;
  views: readonly SavedView[];
  current: string;
  onEdit: (view: SavedView) => void;
  onClose: () => void;
}

function ViewList({ title, views, ...row }: ViewListProps) {
  if (views.length === 0) return null;
  return (
    <section aria-label={title} className="mb-1">
      <h3 className="px-1.5 py-1 text-sm font-normal text-muted">{title}</h3>
      <ul className="max-h-56 overflow-y-auto">
        {views.map((view) => (
          <SavedViewRow key={view.id} view={view} {...row} />
        ))}
      </ul>
    </section>
  );
}
