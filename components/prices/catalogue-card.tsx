"use client";

import { ChevronRight, SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RateCard } from "@/lib/pricing";
import { catalogueGroups, type CatalogueGroup } from "./catalogue-groups";
import { RateCardTable } from "./rate-card-table";

interface CatalogueCardProps {
  cards: readonly RateCard[];
  today: string;
  onOpen: (card: RateCard) => void;
}

const EVERY = "every provider";

/** The catalogue by provider. Groups are drawn when they are opened, so that hundreds of prices cost nothing. */
export function CatalogueCard({ cards, today, onOpen }: CatalogueCardProps) {
  const [search, setSearch] = useState("");
  const [provider, setProvider] = useState(EVERY);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(search);
  const providers = useMemo(() => catalogueGroups(cards, "").map((group) => group.provider), [cards]);
  const groups = useMemo(
    () =>
      catalogueGroups(
        provider === EVERY ? cards : cards.filter((card) => card.provider === provider),
        wanted,
      ),
    [cards, provider, wanted],
  );
  const isNarrow = wanted.trim() !== "" || provider !== EVERY;
  const found = groups.reduce((sum, group) => sum + group.cards.length, 0);

  function toggle(name: string) {
    const next = new Set(toggled);
    if (!next.delete(name)) next.add(name);
    setToggled(next);
  }

  return (
    <Card>
      <CardHeader
        title="Catalogue"
        description="List prices that come with Pixelcast, with the day they were checked."
        actions={
          <>
            <Input
              type="search"
              aria-label="Search the catalogue"
              placeholder="Search models"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              className="w-36 sm:w-44"
            />
            <Select
              aria-label="Provider"
              value={provider}
              onValueChange={setProvider}
              options={[EVERY, ...providers].map((value) => ({ value, label: value }))}
              className="w-36 sm:w-40"
            />
          </>
        }
      />
      <p className="sr-only" role="status">
        {isNarrow ? `${found} prices found` : ""}
      </p>
      <div className="pt-2">
        {groups.length === 0 ? (
          <EmptyState icon={SearchX} title="No price is called that" description="Try fewer words." />
        ) : (
          groups.map((group) => (
            <Group
              key={group.provider}
              group={group}
              isOpen={(isNarrow || group.isFirstParty) !== toggled.has(group.provider)}
              onToggle={() => toggle(group.provider)}
              today={today}
              onOpen={onOpen}
            />
          ))
        )}
      </div>
    </Card>
  );
}

interface GroupProps {
  group: CatalogueGroup;
  isOpen: boolean;
  onToggle: () => void;
  today: string;
  onOpen: (card: RateCard) => void;
}

function Group({ group, isOpen, onToggle, today, onOpen }: GroupProps) {
  return (
    <section className="border-t border-hair first:border-t-0">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="flex h-9 w-full items-center gap-2 px-4 text-left font-medium hover:bg-sunken focus-visible:-outline-offset-2"
        >
          <ChevronRight
            aria-hidden
            className={isOpen ? "size-3.5 rotate-90 text-muted" : "size-3.5 text-muted"}
          />
          {group.provider}
          <span className="font-normal text-muted tabular-nums">{group.cards.length}</span>
          {group.isFirstParty && <Badge>Provider’s own list</Badge>}
        </button>
      </h3>
      {isOpen && (
        <RateCardTable
          label={`Prices of ${group.provider}`}
          cards={group.cards}
          today={today}
          onOpen={onOpen}
          isOneProvider
        />
      )}
    </section>
  );
}
