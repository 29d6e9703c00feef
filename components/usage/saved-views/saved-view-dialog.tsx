"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useCreateSavedView, useUpdateSavedView } from "@/lib/client/saved-view-mutations";
import { newSavedViewSchema, type SavedView } from "@/lib/contracts/saved-views";

interface SavedViewDialogProps {
  /** Null saves a new one. */
  view: SavedView | null;
  /** What is on the screen. */
  current: string;
  onClose: () => void;
}

/** Names a view and says who sees it. */
export function SavedViewDialog({ view, current, onClose }: SavedViewDialogProps) {
  const { slug } = useWorkspace();
  const mayShare = useAllows("editScenarios");
  const create = useCreateSavedView(slug);
  const update = useUpdateSavedView(slug);
  const form = useForm({
    resolver: zodResolver(newSavedViewSchema),
    defaultValues: {
      name: view?.name ?? "",
      query: view?.query ?? current,
      isShared: view?.isShared ?? false,
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) => {
    const done = {
      onSuccess: () => {
        notify({ message: `Saved the view ${body.name}` });
        onClose();
      },
      onError: (error: Error) => showProblem(form, error),
    };
    if (view === null) return create.mutate(body, done);
    const { isShared, ...rest } = body;
    update.mutate({ id: view.id, ...rest, ...(isShared !== view.isShared && { isShared }) }, done);
  });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={view === null ? "Save this view" : "Change the view"}
        description="Its filters, dates, groups and measure. Dates such as the last 30 days move along."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label="Name" error={errors.name?.message}>
            <Input {...form.register("name")} />
          </Field>
          {view !== null && view.query !== current && (
            <Controller
              control={form.control}
              name="query"
              render={({ field }) => (
                <Checkbox
                  label="Make it what is on the screen now"
                  checked={field.value === current}
                  onCheckedChange={(isCurrent) => field.onChange(isCurrent ? current : view.query)}
                />
              )}
            />
          )}
          {(view === null || view.isOwn) && (
            <Controller
              control={form.control}
              name="isShared"
              render={({ field }) => (
                <Checkbox
                  label="Share with the team"
                  {...(!mayShare && { hint: "Your role keeps views for itself." })}
                  disabled={!mayShare && !field.value}
                  checked={field.value}
                  onCheckedChange={field.onChange}
                />
              )}
            />
          )}
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={create.isPending || update.isPending}>
              Save
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
