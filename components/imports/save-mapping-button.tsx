"use client";

import { Save } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useAllows, useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { messageOf } from "@/lib/client/api-error";
import { useSaveMapping } from "@/lib/client/import-mapping-mutations";
import type { ImportMapping } from "@/lib/imports";

interface SaveMappingButtonProps {
  columns: string[];
  mapping: ImportMapping;
  suggestedName: string;
}

const MAX_NAME = 80;

/** Keeps how a file is read under a name, for the next file with these columns. */
export function SaveMappingButton({ columns, mapping, suggestedName }: SaveMappingButtonProps) {
  const { slug } = useWorkspace();
  const canSave = useAllows("recordCalls");
  const save = useSaveMapping(slug);
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState(suggestedName);
  if (!canSave) return null;
  const open = (next: boolean) => {
    setIsOpen(next);
    setName(suggestedName);
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    save.mutate(
      { name: name.trim(), columns, mapping },
      {
        onSuccess: (saved) => {
          setIsOpen(false);
          notify({ message: `${saved.name} is saved` });
        },
      },
    );
  };
  return (
    <Dialog open={isOpen} onOpenChange={open}>
      <DialogTrigger asChild>
        <Button>
          <Save aria-hidden /> Save mapping
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Save this mapping"
        description="It is offered for the next file with these columns. One that has this name is replaced."
        width="sm"
      >
        <form className="grid gap-4" onSubmit={submit}>
          <Field label="Name">
            <Input
              value={name}
              maxLength={MAX_NAME}
              placeholder="Studio gateway log"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          {save.isError && <FieldError>{messageOf(save.error)}</FieldError>}
          <DialogActions>
            <Button type="button" onClick={() => open(false)}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" disabled={name.trim() === ""} isPending={save.isPending}>
              Save
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  );
}
