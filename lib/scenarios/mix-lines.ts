import type { ScenarioDrivers } from "./drivers";
import { hundredths } from "./hundredths";
import type { ScenarioProblem } from "./problem";

/** A size and quality with its share of the pictures, and the drivers that they come from. */
export interface PicturedLine {
  size: string;
  quality: string;
  shareBasisPoints: bigint;
  sizePath: ScenarioProblem["path"];
  qualityPath: ScenarioProblem["path"];
}

/**
 * The pictures of customers, of QA or of prompt tuning by size and quality. QA and prompt tuning take the mix's where
 * they have none of their own. A line without a share is left out, as is work that makes no picture: they cost
 * nothing whatever their price.
 */
export function picturedLines(
  drivers: ScenarioDrivers,
  work: "customer" | "qa" | "promptTuning",
): PicturedLine[] {
  if (!makesPictures(drivers, work)) return [];
  const own = work === "customer" ? { size: null, quality: null } : drivers[work];
  return drivers.mix.flatMap((line, index) => {
    const shareBasisPoints = hundredths(line.sharePercent);
    if (shareBasisPoints === 0n) return [];
    return {
      size: own.size ?? line.size,
      quality: own.quality ?? line.quality,
      shareBasisPoints,
      sizePath: own.size === null ? ["mix", index, "size"] : [work, "size"],
      qualityPath: own.quality === null ? ["mix", index, "quality"] : [work, "quality"],
    };
  });
}

function makesPictures(
  { qa, promptTuning }: ScenarioDrivers,
  work: "customer" | "qa" | "promptTuning",
): boolean {
  switch (work) {
    case "customer":
      return true;
    case "qa":
      return qa.runsPerMonth > 0 && qa.imagesPerRun > 0;
    case "promptTuning":
      return promptTuning.promptsPerMonth > 0 && promptTuning.iterationsPerPrompt > 0;
  }
}
