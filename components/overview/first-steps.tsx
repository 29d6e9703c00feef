import { ArrowRight, Check } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { useWorkspace } from "@/components/layout/workspace-context";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";

interface FirstStepsProps {
  hasForecast: boolean;
  hasCalls: boolean;
}

/** The way from an empty workspace to the answer, until it has been gone. */
export function FirstSteps({ hasForecast, hasCalls }: FirstStepsProps) {
  const { slug } = useWorkspace();
  const titleId = useId();
  const steps = [
    {
      title: "Define scenarios",
      text: "What drives the cost of a workflow as prototype, pilot and production. Commit one as the forecast.",
      isDone: hasForecast,
      action: { label: "Define a scenario", href: `/w/${slug}/scenarios` },
    },
    {
      title: "Bring in calls",
      text: "Drop a log file in, or send each call to the API as it is made.",
      isDone: hasCalls,
      action: { label: "Import a log", href: `/w/${slug}/import` },
    },
    {
      title: "Compare",
      text: "This page then shows where the month stands, where it will land, and who is over.",
      isDone: false,
      action: null,
    },
  ];
  const next = steps.findIndex((step) => !step.isDone);
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader
        titleId={titleId}
        title="Three steps to the first answer"
        description="What image generation will cost, and whether the forecast was right."
      />
      <ol className="grid gap-px overflow-hidden rounded-b-card pt-3.5 md:grid-cols-3">
        {steps.map((step, index) => (
          <li
            key={step.title}
            className="grid content-start justify-items-start gap-2 border-t border-hair px-4 py-4 md:border-r md:last:border-r-0"
          >
            <span
              className={cn(
                "grid size-6 place-items-center rounded-full border text-sm font-medium",
                step.isDone ? "border-transparent bg-under-soft text-under" : "text-muted",
              )}
            >
              {step.isDone ? <Check aria-label="Done" className="size-3.5" /> : index + 1}
            </span>
            <h3 className="font-semibold">{step.title}</h3>
            <p className="max-w-sm text-muted">{step.text}</p>
            {step.action && !step.isDone && (
              <Button asChild variant={index === next ? "primary" : "secondary"} className="mt-1">
                <Link href={step.action.href}>
                  {step.action.label} <ArrowRight aria-hidden />
                </Link>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
