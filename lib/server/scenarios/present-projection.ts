import "server-only";
import type { ProjectionAnswer } from "@/lib/contracts/scenarios";
import type { ProjectedMonth, Projection } from "@/lib/scenarios";

/** Amounts and counts as strings, because JSON has no integers of their size. */
export function presentProjection(projection: Projection): ProjectionAnswer {
  if (projection.status === "unpriced") {
    return {
      status: "unpriced",
      problems: projection.problems.map(({ path, message }) => ({ path: path.join("."), message })),
    };
  }
  const { months, total } = projection;
  return {
    status: "priced",
    months: months.map(presentMonth),
    totalNanoUsd: total.totalNanoUsd.toString(),
    baselineNanoUsd: total.baselineNanoUsd.toString(),
    reworkNanoUsd: total.reworkNanoUsd.toString(),
    growthNanoUsd: total.growthNanoUsd.toString(),
    perDeliveredImageNanoUsd: total.perDeliveredImageNanoUsd?.toString() ?? null,
    perAcceptedImageNanoUsd: total.perAcceptedImageNanoUsd?.toString() ?? null,
  };
}

function presentMonth(month: ProjectedMonth) {
  return {
    month: month.month,
    daysInside: month.daysInside,
    requestsMicro: month.requestsMicro.toString(),
    imagesMicro: month.imagesMicro.toString(),
    baselineNanoUsd: month.baselineNanoUsd.toString(),
    reworkNanoUsd: month.reworkNanoUsd.toString(),
    retriesNanoUsd: month.retriesNanoUsd.toString(),
    qaNanoUsd: month.qaNanoUsd.toString(),
    promptTuningNanoUsd: month.promptTuningNanoUsd.toString(),
    growthNanoUsd: month.growthNanoUsd.toString(),
    totalNanoUsd: month.totalNanoUsd.toString(),
  };
}
