import { divideHalfEven } from "@/lib/money";
import type { ProjectedMonth, ScenarioDrivers } from "@/lib/scenarios";
import { daysInMonth } from "@/lib/time";
import { counted, countText } from "./number-words";

// How the requests of a month come about, with the drivers put in.

const PER_DAYS = { day: 1, week: 7 } as const;

/** "100 a month × 1.1¹". */
export function requestsFormula(drivers: ScenarioDrivers, month: ProjectedMonth, monthIndex: number): string {
  return `${volumeText(drivers, month)}${growthText(drivers, monthIndex)}`;
}

/** What the first month's daily level gives in this month, in millionths of a request, as the projection counts it. */
export function baseRequestsMicro(
  { volume }: ScenarioDrivers,
  { month, daysInside }: ProjectedMonth,
): bigint {
  const days = volume.per === "month" ? daysInMonth(month) : PER_DAYS[volume.per];
  return divideHalfEven(
    BigInt(Math.round(volume.requests * 100)) * 10_000n * BigInt(daysInside),
    BigInt(days),
  );
}

/** " × 10 of 31 days", only where the stage begins or ends inside the month. */
export function partOfMonth({ month, daysInside }: ProjectedMonth): string {
  const days = daysInMonth(month);
  return daysInside < days ? ` × ${daysInside} of ${days} days` : "";
}

function volumeText({ volume }: ScenarioDrivers, month: ProjectedMonth): string {
  const requests = `${countText(volume.requests)} a ${volume.per}`;
  switch (volume.per) {
    case "day":
      return `${requests} × ${counted(month.daysInside, "day")}`;
    case "week":
      return `${requests} × ${counted(month.daysInside, "day")} ÷ 7`;
    case "month":
      return `${requests}${partOfMonth(month)}`;
  }
}

function growthText({ growth }: ScenarioDrivers, monthIndex: number): string {
  if (growth.kind === "none" || monthIndex === 0) return "";
  const { percentPerMonth } = growth;
  if (growth.kind === "linear") {
    return ` × (1 + ${counted(monthIndex, "month")} × ${countText(percentPerMonth)} %)`;
  }
  const factor = countText(Number((1 + percentPerMonth / 100).toFixed(4)));
  return ` × ${factor}${superscript(monthIndex)}`;
}

function superscript(count: number): string {
  return [...String(count)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
