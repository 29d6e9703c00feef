import type { PriceBook } from "@/lib/pricing";
import type { Projection, ScenarioDrivers } from "@/lib/scenarios";
import { derive, type Derivation } from "./derivation";
import { deriveProjectedMonth } from "./derive-projected-month";
import { deriveQuotient } from "./derive-quotient";
import { counted, countText, microText } from "./number-words";
import { ROUNDING } from "./rounding";

type PricedProjection = Extract<Projection, { status: "priced" }>;

export interface ProjectionToDerive {
  drivers: ScenarioDrivers;
  projection: PricedProjection;
  book: PriceBook;
}

/** Everything that a projection comes to, month by month. */
export function deriveProjectedTotal(input: ProjectionToDerive): Derivation {
  const { drivers, projection, book } = input;
  const { months, total } = projection;
  return derive({
    title: `Total of ${counted(drivers.lengthMonths, "month")}`,
    amountNanoUsd: total.totalNanoUsd,
    formula: "The sum of the calendar months, each at its own prices",
    inputs: [
      { name: "Requests", value: microText(total.requestsMicro), unit: null, note: null },
      { name: "Images", value: microText(total.imagesMicro), unit: null, note: null },
    ],
    rounding: ROUNDING.exactSum,
    steps: months.map((month, index) => deriveProjectedMonth(drivers, month, index, book)),
  });
}

/** The month that costs most, the first of several. Null for a projection without months. */
export function derivePeakMonth({ drivers, projection, book }: ProjectionToDerive): Derivation | null {
  const { months } = projection;
  let peak = 0;
  months.forEach((month, index) => {
    if (month.totalNanoUsd > (months[peak]?.totalNanoUsd ?? 0n)) peak = index;
  });
  const month = months[peak];
  return month === undefined ? null : deriveProjectedMonth(drivers, month, peak, book);
}

/** What the scenario costs in an average month of its stage. */
export function deriveAverageMonth(input: ProjectionToDerive): Derivation {
  const { lengthMonths } = input.drivers;
  return deriveQuotient({
    title: "An average month",
    formula: "Total ÷ months of the stage",
    dividend: deriveProjectedTotal(input),
    divisor: BigInt(lengthMonths),
    inputs: [{ name: "Months", value: countText(lengthMonths), unit: null, note: null }],
  });
}

/** Everything spent for each picture that a customer gets, or that somebody can use; null where there is none. */
export function deriveProjectedImage(input: ProjectionToDerive, of: "delivered" | "accepted"): Derivation {
  const { imagesMicro } = input.projection.total;
  const { acceptedPercent } = input.drivers;
  const accepted = BigInt(Math.round(acceptedPercent * 100));
  const images = { name: "Images", value: microText(imagesMicro), unit: null, note: "for customers" };
  const dividend = deriveProjectedTotal(input);
  return of === "delivered"
    ? deriveQuotient({
        title: "Cost per delivered image",
        formula: "Total, rework included ÷ images for customers",
        dividend,
        divisor: imagesMicro,
        partsOfOne: 1_000_000n,
        inputs: [images],
      })
    : deriveQuotient({
        title: "Cost per accepted image",
        formula: "Total, rework included ÷ images that somebody can use",
        dividend,
        divisor: imagesMicro * accepted,
        partsOfOne: 1_000_000n * 10_000n,
        inputs: [
          images,
          { name: "Of them accepted", value: countText(acceptedPercent), unit: "%", note: null },
        ],
      });
}
