import { Badge } from "@/components/ui/badge";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableRowHeader,
} from "@/components/ui/table";
import type { RateCard } from "@/lib/pricing";
import { formatDate } from "@/lib/time";
import { describeMainPrice, describeScheme, describeSource, lifecycleOn } from "./describe-rate-card";
import { LifecycleBadge } from "./lifecycle-badge";

export interface RateCardTableProps {
  label: string;
  cards: readonly RateCard[];
  today: string;
  onOpen: (card: RateCard) => void;
  /** The heading above says which. */
  isOneProvider?: boolean;
}

export function RateCardTable({ label, cards, today, onOpen, isOneProvider = false }: RateCardTableProps) {
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          <TableHeader>Model</TableHeader>
          {!isOneProvider && <TableHeader>Provider</TableHeader>}
          <TableHeader>Billed</TableHeader>
          <TableHeader>Main price</TableHeader>
          <TableHeader>Source</TableHeader>
          <TableHeader align="end">Valid from</TableHeader>
          <TableHeader align="end">Checked</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {cards.map((card) => (
          <TableRow key={card.id} className="relative hover:bg-sunken">
            <TableRowHeader className="whitespace-nowrap">
              <span className="flex items-center gap-2">
                <button
                  type="button"
                  onClick={() => onOpen(card)}
                  className="rounded-sm text-left font-medium before:absolute before:inset-0 hover:text-accent"
                >
                  {card.model}
                </button>
                <LifecycleBadge lifecycle={lifecycleOn(card, today)} shutdownOn={card.shutdownOn} />
              </span>
            </TableRowHeader>
            {!isOneProvider && <TableCell className="whitespace-nowrap">{card.provider}</TableCell>}
            <TableCell className="whitespace-nowrap">{describeScheme(card)}</TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{describeMainPrice(card)}</TableCell>
            <TableCell>
              <Badge tone={card.origin === "workspace" ? "accent" : "neutral"}>{describeSource(card)}</Badge>
            </TableCell>
            <TableCell align="end">{formatDate(card.validFrom)}</TableCell>
            <TableCell align="end">{formatDate(card.checkedOn)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
