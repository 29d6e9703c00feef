import { memo, type ReactNode } from "react";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { cn } from "@/components/ui/class-names";
import type { Figure, Figures } from "./prepare-figures";

export interface FiguresStripProps {
  /** Null while nothing has a price. */
  figures: Figures | null;
  lengthMonths: number;
  /** The first twelve months' total in words, where the span is longer. */
  firstYear: string | null;
  acceptedPercent: number;
  isStale: boolean;
}

/** The answers: what it costs in all, for each picture, and in its dearest month. */
export const FiguresStrip = memo(function FiguresStrip(props: FiguresStripProps) {
  const { figures, lengthMonths, firstYear, acceptedPercent, isStale } = props;
  const months = lengthMonths === 1 ? "1 month" : `${lengthMonths} months`;
  return (
    <KeyFigures className={cn(isStale && "[&_dd]:opacity-50")}>
      <KeyFigure
        label={lengthMonths === 12 ? "First year" : `Total, ${months}`}
        explanation={
          <p>
            Baseline, rework and growth of all {months}, at the prices of each month. The calculation stands
            below the chart.
          </p>
        }
        value={valueOf(figures?.total)}
        detail={detailOf(figures?.total, firstYear)}
      />
      <KeyFigure
        label="Per delivered image"
        explanation={<p>Everything spent, rework included, for each picture that a customer gets.</p>}
        value={valueOf(figures?.perDeliveredImage)}
        detail={detailOf(figures?.perDeliveredImage)}
      />
      <KeyFigure
        label="Per accepted image"
        explanation={
          <p>The same for each picture that somebody can use: {acceptedPercent} % of the delivered ones.</p>
        }
        value={valueOf(figures?.perAcceptedImage)}
        detail={detailOf(figures?.perAcceptedImage)}
      />
      <KeyFigure
        label={figures?.peakMonth ? `Peak, ${figures.peakMonth.name}` : "Peak month"}
        value={valueOf(figures?.peakMonth?.figure)}
        detail={detailOf(figures?.peakMonth?.figure)}
      />
    </KeyFigures>
  );
});

/** On a phone the total stays in sight above the sliders, which are below the chart there. */
export function PhoneTotal({ total, isStale }: { total: Figure | null; isStale: boolean }) {
  return (
    <div
      aria-hidden
      className={cn(
        "sticky top-14 z-10 mb-2 flex items-baseline justify-between gap-3 rounded-card border bg-surface px-4 py-2 shadow-menu lg:hidden print:hidden",
        isStale && "opacity-60",
      )}
    >
      <span className="text-lg font-semibold">{valueOf(total)}</span>
      <span className="truncate text-sm text-muted">{detailOf(total)}</span>
    </div>
  );
}

function valueOf(figure: Figure | null | undefined): ReactNode {
  if (!figure) return <span className="text-muted">—</span>;
  return <span title={figure.exact}>{figure.text}</span>;
}

function detailOf(figure: Figure | null | undefined, more: string | null = null): ReactNode {
  const difference = figure?.difference;
  return (
    <>
      {difference ? (
        <>
          {difference.amount && (
            <strong
              className={cn("font-medium", difference.direction === "more" ? "text-over" : "text-under")}
            >
              {difference.amount}
            </strong>
          )}{" "}
          {difference.rest}
        </>
      ) : (
        <span aria-hidden>&nbsp;</span>
      )}
      {more && <span className="block">{more}</span>}
    </>
  );
}
