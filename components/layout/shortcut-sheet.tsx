"use client";

import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { AREAS } from "./areas";
import { useCommandKey } from "./use-command-key";

const GENERAL = [
  { keys: ["?"], does: "This list" },
  { keys: ["Esc"], does: "Close, or give a box its value back" },
];

const NUMBERS = [
  { keys: ["↑", "↓"], does: "One step in a number box or slider" },
  { keys: ["Page ↑", "Page ↓"], does: "Ten steps" },
  { keys: ["Home", "End"], does: "A slider's lowest and highest value" },
];

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const commandKey = useCommandKey();
  const areas = AREAS.map(({ label, shortcut }) => ({ keys: ["g", shortcut], does: label }));
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title="Keyboard shortcuts">
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          <Section title="Go to" rows={areas} />
          <div className="grid content-start gap-5">
            <Section
              title="Everywhere"
              rows={[{ keys: [commandKey, "K"], does: "Search and commands" }, ...GENERAL]}
            />
            <Section title="Numbers" rows={NUMBERS} />
          </div>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Section({ title, rows }: { title: string; rows: { keys: string[]; does: string }[] }) {
  return (
    <section className="grid content-start gap-2">
      <h3 className="text-sm text-muted">{title}</h3>
      <dl className="grid gap-1.5">
        {rows.map(({ keys, does }) => (
          <div key={does} className="flex items-center justify-between gap-4">
            <dt>{does}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
