"use client";

import { Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { notify, notifyError } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useDeleteSavedView, useUpdateSavedView } from "@/lib/client/saved-view-mutations";
import type { SavedView } from "@/lib/contracts/saved-views";

interface SavedViewRowProps {
  view: SavedView;
  /** The address of the page, to mark the view that is on the screen. */
  current: string;
  onEdit: (view: SavedView) => void;
  onClose: () => void;
}

export function SavedViewRow({ view, current, onEdit, onClose }: SavedViewRowProps) {
  const { slug } = useWorkspace();
  const mayShare = useAllows("editScenarios");
  const update = useUpdateSavedView(slug);
  const remove = useDeleteSavedView(slug);
  const onError = (error: Error) => notifyError(messageOf(error));
  const isCurrent = view.query === current;
  return (
    <li className="flex items-center gap-0.5 rounded-control hover:bg-sunken">
      <Link
        href={`/w/${slug}/usage?${view.query}`}
        aria-current={isCurrent ? "true" : undefined}
        onClick={onClose}
        className={cn("min-w-0 flex-1 truncate rounded-control px-1.5 py-1", isCurrent && "font-medium")}
      >
        {view.name}
      </Link>
      {view.isOwn && view.isShared && <Badge>Team</Badge>}
      {(view.isOwn || mayShare) && (
        <>
          <IconButton size="sm" label={`Change ${view.name}`} onClick={() => onEdit(view)}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            size="sm"
            label={`Delete ${view.name}`}
            isPending={remove.isPending}
            onClick={() =>
              remove.mutate(view.id, {
                onSuccess: () =>
                  notify({
                    message: `Deleted the view ${view.name}`,
                    onUndo: () => update.mutate({ id: view.id, isDeleted: false }, { onError }),
                  }),
                onError,
              })
            }
          >
            <Trash2 aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
}
