"use client";

import { useState } from "react";
import { FormProblem } from "@/components/layout/form-problem";
import { localClock } from "@/components/layout/format-instant";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { messageOf } from "@/lib/client/api-error";
import { useBackfillConnector } from "@/lib/client/connector-mutations";
import { type Connector, EARLIEST_DAY } from "@/lib/contracts/connectors";
import { addDays } from "@/lib/time";

export function BackfillDialog({ connector, onClose }: { connector: Connector; onClose: () => void }) {
  const { slug, timeZone } = useWorkspace();
  const [today] = useState(() => localClock(Date.now(), timeZone).date);
  const [from, setFrom] = useState(addDays(today, -90));
  const backfill = useBackfillConnector(slug, connector.id);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title={`Read ${connector.name} again`}
        description="Calls that are known count once; what the provider has corrected is replaced."
        width="sm"
      >
        <Field label="From">
          <DateField value={from} onValueChange={setFrom} today={today} min={EARLIEST_DAY} max={today} />
        </Field>
        <FormProblem message={backfill.error ? messageOf(backfill.error) : undefined} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={backfill.isPending}
            onClick={() => backfill.mutate(from, { onSuccess: onClose })}
          >
            Read again
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
