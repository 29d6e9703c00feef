"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import type { Scenario } from "@/lib/contracts/scenarios";

export interface WithdrawDialogProps {
  scenario: Scenario;
  isPending: boolean;
  onWithdraw: () => void;
  onClose: () => void;
}

export function WithdrawDialog({ scenario, isPending, onWithdraw, onClose }: WithdrawDialogProps) {
  const { workflow, stage, committed } = scenario;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent
        title="Withdraw the forecast"
        description={`Version ${committed?.versionNumber ?? ""} is no longer the forecast of ${workflow.name}, ${stage}.`}
      >
        <p>
          The forecast that it replaced holds again, if there was one. Months that have ended keep the one
          that they were measured against, and the version stays in the record.
        </p>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" isPending={isPending} onClick={onWithdraw}>
            Withdraw
          </Button>
        </DialogActions>
      </DialogContent>
    </Dialog>
  );
}
