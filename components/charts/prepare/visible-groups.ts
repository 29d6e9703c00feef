import { nanoUsd, sumNanoUsd } from "@/lib/money";

export interface AmountGroup {
  /** Null stands for calls that carry no value. */
  key: string | null;
  label: string;
  /** One for each period of the axis. */
  amountsNanoUsd: readonly (string | null)[];
}

/** The sum of the groups that are not drawn one by one. */
export const OTHER_KEY = "__other__";

/**
 * The groups that a chart can show apart, dearest first, and one "Other" that sums the rest exactly: nothing is cut
 * off. The groups come dearest first.
 */
export function prepareVisibleGroups(groups: readonly AmountGroup[], limit = 9): AmountGroup[] {
  // Naming the last one costs no more room than calling it "Other".
  if (groups.length <= limit + 1) return [...groups];
  const rest = groups.slice(limit);
  const length = rest[0]?.amountsNanoUsd.length ?? 0;
  const amountsNanoUsd = Array.from({ length }, (_, index) => {
    const known = rest.flatMap((group) => group.amountsNanoUsd[index] ?? []);
    return known.length === 0 ? null : sumNanoUsd(known.map((amount) => nanoUsd(BigInt(amount)))).toString();
  });
  return [...groups.slice(0, limit), { key: OTHER_KEY, label: `Other (${rest.length})`, amountsNanoUsd }];
}
