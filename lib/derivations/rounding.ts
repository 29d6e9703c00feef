/** How amounts were rounded, in the sentence that stands below them. */
export const ROUNDING = {
  call: "Multiplied exactly and rounded once, half to even, to a billionth of a dollar; the parts are made to add up to it.",
  stated: "As stated, to a billionth of a dollar; nothing was rounded.",
  sum: "Each call was rounded once, half to even, to a billionth of a dollar when it was priced; the sum is exact.",
  exactSum: "The sum of amounts in billionths of a dollar; nothing was rounded.",
  difference: "The difference of two amounts in billionths of a dollar; nothing was rounded.",
  quotient: "Divided once, half to even, to a billionth of a dollar.",
  projection: "Multiplied out in whole numbers and divided once, half to even, to a billionth of a dollar.",
  days: "Split by day in whole billionths of a dollar, so that the days add up to the month exactly.",
} as const;
