import "server-only";
import type { RepricingDifference, RepricingSide } from "@/lib/contracts/repricings";
import type { CallDecision } from "@/lib/server/calls/decide-call";
import type { StoredCall } from "@/lib/server/calls/stored-call";

/** A call with what it is decided to be now. */
export interface RepricedCall {
  call: StoredCall;
  after: CallDecision;
  isChanged: boolean;
}

/** Whether anything that was found out about the call is now found out to be otherwise. */
export function isOtherwise(before: CallDecision, after: CallDecision): boolean {
  return (Object.keys(after) as (keyof CallDecision)[]).some((key) => before[key] !== after[key]);
}

interface Side extends Pick<RepricingSide, "unpricedCalls" | "unboundedCalls"> {
  costNanoUsd: bigint;
  boundLowNanoUsd: bigint;
  boundHighNanoUsd: bigint;
}

interface Group {
  provider: string;
  model: string;
  callsRead: number;
  callsChanged: number;
  before: Side;
  after: Side;
}

/** Adds up the calls of one day by provider and model, call by call. */
export class DayDifferences {
  private readonly groups = new Map<string, Group>();

  constructor(private readonly month: string) {}

  add({ call, after, isChanged }: RepricedCall): void {
    const { provider, model } = call.facts;
    const key = JSON.stringify([provider, model]);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = { provider, model, callsRead: 0, callsChanged: 0, before: emptySide(), after: emptySide() };
      this.groups.set(key, group);
    }
    group.callsRead += 1;
    group.callsChanged += isChanged ? 1 : 0;
    addTo(group.before, call.decision);
    addTo(group.after, after);
  }

  list(): RepricingDifference[] {
    return [...this.groups.values()].map(({ before, after, ...group }) => ({
      month: this.month,
      ...group,
      before: toText(before),
      after: toText(after),
    }));
  }
}

function emptySide(): Side {
  return { costNanoUsd: 0n, unpricedCalls: 0, unboundedCalls: 0, boundLowNanoUsd: 0n, boundHighNanoUsd: 0n };
}

function addTo(side: Side, { costNanoUsd, boundLowNanoUsd, boundHighNanoUsd }: CallDecision): void {
  side.costNanoUsd += costNanoUsd ?? 0n;
  side.boundLowNanoUsd += boundLowNanoUsd ?? 0n;
  side.boundHighNanoUsd += boundHighNanoUsd ?? 0n;
  if (costNanoUsd !== null) return;
  side.unpricedCalls += 1;
  if (boundHighNanoUsd === null) side.unboundedCalls += 1;
}

function toText({ costNanoUsd, boundLowNanoUsd, boundHighNanoUsd, ...counts }: Side): RepricingSide {
  return {
    ...counts,
    costNanoUsd: String(costNanoUsd),
    boundLowNanoUsd: String(boundLowNanoUsd),
    boundHighNanoUsd: String(boundHighNanoUsd),
  };
}
