import { X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { buttonClasses } from "./button";
import { cn } from "./class-names";

/**
 * The cross of a dialog or sheet. It comes last, so that the first field has the focus on opening, and has no tooltip,
 * which would take the first press of Escape.
 */
export function CloseButton() {
  return (
    <Dialog.Close
      aria-label="Close"
      className={cn(buttonClasses({ variant: "ghost", size: "sm" }), "absolute top-3 right-3 w-7 px-0")}
    >
      <X aria-hidden />
    </Dialog.Close>
  );
}
