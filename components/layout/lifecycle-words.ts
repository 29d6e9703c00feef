import { formatDate } from "@/lib/time";

/** How long a model can still be called, in words. */
export function daysLeftText(daysLeft: number): string {
  const days = Math.abs(daysLeft);
  const counted = `${days} ${days === 1 ? "day" : "days"}`;
  if (daysLeft === 0) return "ends today";
  return daysLeft > 0 ? `${counted} left` : `ended ${counted} ago`;
}

interface Ending {
  model: string;
  provider: string;
  shutdownOn: string;
  daysLeft: number;
  scenarios: readonly { monthsBeyond: number }[];
  traffic: { calls: number };
}

/** What the end of a model means here, in one sentence. */
export function endingSentence({
  model,
  provider,
  shutdownOn,
  daysLeft,
  scenarios,
  traffic,
}: Ending): string {
  const affected = scenarios.filter(({ monthsBeyond }) => monthsBeyond > 0).length;
  const uses = [
    ...(traffic.calls > 0
      ? [
          `${traffic.calls.toLocaleString("en-US")} ${traffic.calls === 1 ? "call" : "calls"} in the last 30 days`,
        ]
      : []),
    ...(affected > 0 ? [`${affected} ${affected === 1 ? "scenario" : "scenarios"} planned beyond`] : []),
  ];
  const ends = daysLeft > 0 ? "shuts down" : "was shut down";
  const why = uses.length === 0 ? "" : `: ${uses.join(", ")}`;
  return `${model} at ${provider} ${ends} on ${formatDate(shutdownOn)} (${daysLeftText(daysLeft)})${why}.`;
}
