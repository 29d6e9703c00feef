"use client";

import { useState } from "react";
import { LoadMore } from "@/components/ui/load-more";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { PriceListPreview } from "@/lib/contracts/price-lists";
import { plural } from "./list-words";

const ROWS_AT_ONCE = 100;

/** The rows that say nothing usable, each with the reason. */
export function UnreadTable({ rows }: { rows: PriceListPreview["unread"] }) {
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  if (rows.length === 0) return <p className="px-4 py-6 text-muted">Every row about images was read.</p>;
  return (
    <>
      <Table label="Rows that were not read" scrollClassName="mt-2 max-h-[28rem]">
        <TableHead>
          <TableRow>
            <TableHeader>Row</TableHeader>
            <TableHeader>Why it is not used</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.slice(0, limit).map(({ row, reason }) => (
            <TableRow key={`${row} ${reason}`}>
              <TableRowHeader className="max-w-72 py-2 align-top font-mono text-sm break-all">
                {row}
              </TableRowHeader>
              <TableCell className="py-2 align-top">{reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rows.length > ROWS_AT_ONCE && (
        <LoadMore
          hasMore={limit < rows.length}
          isLoading={false}
          onLoadMore={() => setLimit(limit + ROWS_AT_ONCE)}
          shown={
            limit < rows.length
              ? `${limit} of ${plural(rows.length, "row", "rows")}`
              : plural(rows.length, "row", "rows")
          }
        />
      )}
    </>
  );
}
