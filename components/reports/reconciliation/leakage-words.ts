import type { LeakageAnswer } from "@/lib/contracts/reconciliation";

/** The parts of a difference in the order in which people look for them, each with what it is and what to do, and a name for columns. */
export const LEAKAGE_WORDS: readonly {
  part: keyof LeakageAnswer;
  label: string;
  short: string;
  hint: string;
}[] = [
  {
    part: "unlogged",
    label: "Not logged",
    short: "Not logged",
    hint: "The provider counted more images than were logged, at its price of an image. Find the program that does not log.",
  },
  {
    part: "unpriced",
    label: "Logged without a price",
    short: "No price",
    hint: "These calls are logged, but their cost is not known. A price or a billing rule closes it.",
  },
  {
    part: "price",
    label: "Another price",
    short: "Another price",
    hint: "The same images, billed at another amount than they were logged with.",
  },
  {
    part: "notReported",
    label: "Not on the bill",
    short: "Not on the bill",
    hint: "More images were logged than the provider counted: of another account, logged twice under two ids, or not billed yet.",
  },
  {
    part: "timeZone",
    label: "Time zone",
    short: "Time zone",
    hint: "The provider's days begin at midnight in UTC. Cut by the hours in which its images were made.",
  },
  {
    part: "unexplained",
    label: "Cannot be told apart",
    short: "Other",
    hint: "The provider states an amount here but no number of images.",
  },
];
