import type { ReactNode } from "react";
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
export function FiguresStrip({
  figures,
  lengthMonths,
  firstYear,
  acceptedPercent,
  isStale,
}: FiguresStripProps) {
  const months = lengthMonths === 1 ? "1 month" : `${lengthMonths} months`;
  return (
    <KeyFigures className={cn("max-lg:shadow-menu", isStale && "[&_dd]:opacity-50")}>
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
