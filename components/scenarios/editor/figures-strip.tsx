import { memo, type ReactNode } from "react";
import { ExplainAmount } from "@/components/layout/explain-amount";
import { KeyFigure, KeyFigures } from "@/components/layout/key-figures";
import { cn } from "@/components/ui/class-names";
import type { FigureDerivations } from "./explain-figures";
import type { Figure, Figures } from "./prepare-figures";

export interface FiguresStripProps {
  /** Null while nothing has a price. */
  figures: Figures | null;
  derivations: FigureDerivations | null;
  lengthMonths: number;
  /** The first twelve months' total in words, where the span is longer. */
  firstYear: string | null;
  isStale: boolean;
}

/** The answers: what it costs in all, for each picture, and in its dearest month. */
export const FiguresStrip = memo(function FiguresStrip(props: FiguresStripProps) {
  const { figures, derivations, lengthMonths, firstYear, isStale } = props;
  const months = lengthMonths === 1 ? "1 month" : `${lengthMonths} months`;
  return (
    <KeyFigures className={cn(isStale && "[&_dd]:opacity-50")}>
      <KeyFigure
        label={lengthMonths === 12 ? "First year" : `Total, ${months}`}
        value={explained(figures?.total, derivations?.total)}
        detail={detailOf(figures?.total, firstYear)}
      />
      <KeyFigure
        label="Per delivered image"
        value={explained(figures?.perDeliveredImage, derivations?.perDeliveredImage)}
        detail={detailOf(figures?.perDeliveredImage)}
      />
      <KeyFigure
        label="Per accepted image"
        value={explained(figures?.perAcceptedImage, derivations?.perAcceptedImage)}
        detail={detailOf(figures?.perAcceptedImage)}
      />
      <KeyFigure
        label={figures?.peakMonth ? `Peak, ${figures.peakMonth.name}` : "Peak month"}
        value={explained(figures?.peakMonth?.figure, derivations?.peakMonth)}
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

function explained(
  figure: Figure | null | undefined,
  derive: FigureDerivations["total"] | undefined,
): ReactNode {
  return <ExplainAmount of={(figure && derive) ?? null}>{valueOf(figure)}</ExplainAmount>;
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
