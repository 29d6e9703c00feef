import "server-only";
import { deriveQuotient } from "@/lib/derivations";
import type { ExplanationQuery } from "@/lib/contracts/explanations";
import type { LoggedFilter } from "@/lib/server/usage/call-conditions";
import { sumUsage } from "@/lib/server/usage/usage-totals";
import { explainCalls } from "./explain-calls";
import type { Explained, Explaining } from "./explaining";
import { filterWords } from "./filter-words";

/** What one delivered image cost: everything that was paid, by what came of it. */
export async function explainCostPerImage(context: Explaining, filter: LoggedFilter): Promise<Explained> {
  const { imagesDelivered, imagesPriced } = await sumUsage(context.tx, context.workspace, filter);
  const left = imagesDelivered - imagesPriced;
  return deriveQuotient<ExplanationQuery>({
    title: `Cost per delivered image, ${filterWords(filter, null)}`,
    formula:
      "What all calls cost, failures and rework included ÷ delivered images of the calls that have a price",
    dividend: await explainCalls(context, "usage", filter),
    divisor: BigInt(imagesPriced),
    inputs: [
      {
        name: "Delivered images",
        value: imagesPriced.toLocaleString("en-US"),
        unit: null,
        note: left === 0 ? null : `${left.toLocaleString("en-US")} more came from calls without a price`,
      },
    ],
  });
}
