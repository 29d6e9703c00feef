"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { IconButton } from "./icon-button";

export interface CopyButtonProps extends Omit<ButtonProps, "children" | "onClick" | "value"> {
  value: string;
  label?: string;
  /** Only the icon, with the label as its name. */
  isIconOnly?: boolean;
}

/** Copies a text and says so in place for two seconds. */
export function CopyButton({ value, label = "Copy", isIconOnly = false, ...props }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  const text = { idle: label, copied: "Copied", refused: "Select and copy it" }[state];
  const icon = state === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />;

  return (
    <>
      {isIconOnly ? (
        <IconButton {...props} label={text} onClick={() => void copy()}>
          {icon}
        </IconButton>
      ) : (
        <Button {...props} onClick={() => void copy()}>
          {icon} {text}
        </Button>
      )}
      <span role="status" className="sr-only">
        {state === "copied" ? "Copied" : ""}
      </span>
    </>
  );
}
