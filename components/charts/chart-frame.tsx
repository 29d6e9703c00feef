"use client";

import { Download } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { ChartDataTable } from "./chart-data-table";
import { ChartLegend, type LegendItem } from "./chart-legend";
import { downloadText } from "./download-text";
import { type ChartTable, chartCsv } from "./prepare/chart-table";

export interface ChartFrameProps {
  title: string;
  description?: ReactNode;
  /** What is drawn and how finely: shown under the title, also while there is nothing to draw. */
  controls?: ReactNode;
  legend: readonly LegendItem[];
  table: ChartTable;
  /** Without the ending. */
  fileName: string;
  /** Of the drawing or the table, so that switching moves nothing. */
  height: number;
  /** Shown instead of the drawing: which step fills it, with its button. Null while there is something to draw. */
  empty: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

type View = "chart" | "table";

const VIEWS: readonly { value: View; label: string }[] = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
];

const LOWER_EDGE = 12;

/** Around every chart: its name, its legend, the same data as a table and as a file. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, description, controls, legend, table, fileName, height, empty, className, children } = props;
  const [view, setView] = useState<View>("chart");
  const titleId = useId();
  const isEmpty = empty !== null;

  return (
    <Card aria-labelledby={titleId} className={cn("min-w-0", className)}>
      <CardHeader
        titleId={titleId}
        title={title}
        description={description}
        className="flex-nowrap"
        actions={
          !isEmpty && (
            <div className="-mt-1 -mr-1 flex items-center gap-1 print:hidden">
              <SegmentedControl
                size="sm"
                label="Show as"
                value={view}
                onValueChange={setView}
                options={VIEWS}
              />
              <Button
                size="sm"
                variant="ghost"
                onClick={() => downloadText(`${fileName}.csv`, chartCsv(table), "text/csv;charset=utf-8")}
              >
                <Download aria-hidden /> CSV
              </Button>
            </div>
          )
        }
      />
      {controls && <div className="flex flex-wrap items-center gap-2 px-4 pt-2 print:hidden">{controls}</div>}
      {!isEmpty && legend.length > 0 && (
        <div className="px-4 pt-2">
          <ChartLegend items={legend} />
        </div>
      )}
      <div
        className={cn("mt-2 print:h-auto!", view === "chart" && !isEmpty && "px-4 pb-3")}
        style={{ height: height + LOWER_EDGE }}
      >
        {isEmpty ? (
          <div className="grid size-full place-items-center">{empty}</div>
        ) : view === "chart" ? (
          children
        ) : (
          <ChartDataTable table={table} label={`${title}, as a table`} />
        )}
      </div>
    </Card>
  );
}
