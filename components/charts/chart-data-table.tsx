import {
  Table,
  TableBody,
  TableCell,
  TableFoot,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { ChartTable } from "./prepare/chart-table";

/** The chart as rows. Heads and total stay in sight while the rows scroll. */
export function ChartDataTable({ table, label }: { table: ChartTable; label: string }) {
  const [labelColumn, ...amountColumns] = table.columns;
  return (
    <Table label={label} scrollClassName="h-full rounded-b-card">
      <TableHead>
        <TableRow>
          <TableHeader>{labelColumn?.name}</TableHeader>
          {amountColumns.map((column) => (
            <TableHeader key={column.name} align="end">
              {column.name}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {table.rows.map(([name, ...amounts]) => (
          <TableRow key={name?.raw}>
            <TableRowHeader className="whitespace-nowrap">{name?.text}</TableRowHeader>
            {amounts.map((cell, index) => (
              <TableCell key={amountColumns[index]?.name} align="end">
                {cell.text}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
      {table.total && (
        <TableFoot className="sticky bottom-0 bg-surface">
          <TableRow>
            {table.total.map((cell, index) => (
              <TableCell key={table.columns[index]?.name} align={index === 0 ? "start" : "end"}>
                {cell.text}
              </TableCell>
            ))}
          </TableRow>
        </TableFoot>
      )}
    </Table>
  );
}
