"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { FormProblem } from "@/components/layout/form-problem";
import { showProblem } from "@/components/layout/show-problem";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useTrackTag } from "@/lib/client/tag-mutations";
import { newTrackedTagSchema } from "@/lib/contracts/tags";

/** For a tag that none of the latest calls carries. */
export function TrackTagDialog({ onClose }: { onClose: () => void }) {
  const { slug } = useWorkspace();
  const track = useTrackTag(slug);
  const form = useForm({ resolver: zodResolver(newTrackedTagSchema), defaultValues: { key: "" } });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ key }) =>
    track.mutate(key, {
      onSuccess: () => {
        notify({ message: `${key} is tracked` });
        onClose();
      },
      onError: (error) => showProblem(form, error),
    }),
  );
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="Track another tag"
        description="One that none of the latest calls carries, such as a tag of older calls or one that you are about to send."
        width="sm"
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <Field label="Tag" hint="Exactly as calls carry it." error={errors.key?.message}>
            <Input autoComplete="off" spellCheck={false} {...form.register("key")} />
          </Field>
          <FormProblem message={errors.root?.message} />
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" isPending={track.isPending}>
              Track
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
