import type { StatedCall } from "@/lib/calls";
import { addDays, dateRange, firstDay, lastDay, monthOf, addMonths } from "@/lib/time";
import { localDate, startOfDay } from "@/lib/time/zone";
import { dateOf, imageModelOn } from "./calendar";
import { isWeekend, requestsOfDay } from "./day-requests";
import { makeRequest, type Attempt } from "./make-request";
import { createRng, type Rng } from "./rng";
import type { Reality, World, WorldStage, WorldWorkflow } from "./world";

/**
 * The calls of a world day by day, oldest first, up to an instant. Each workflow's day has a seed of its own, so the
 * same day comes out the same whenever within the month it is asked for.
 */
export function* generateCalls(world: World, now: Date): Generator<StatedCall[]> {
  const today = localDate(now.getTime(), world.timeZone);
  const currentMonth = monthOf(today);
  const starts = world.workflows.flatMap(({ stages }) => stages.map(({ startsIn }) => startsIn));
  const firstMonth = addMonths(currentMonth, Math.min(...starts));
  for (const date of dateRange(firstDay(firstMonth), today)) {
    const calls = world.workflows.flatMap((workflow) => callsOfDay(world, workflow, date, currentMonth));
    const arrived = calls.filter(({ occurredAt }) => occurredAt <= now.toISOString());
    if (arrived.length > 0) yield arrived.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  }
}

function callsOfDay(world: World, workflow: WorldWorkflow, date: string, currentMonth: string): StatedCall[] {
  const rng = createRng(`${world.slug} ${workflow.slug} ${date}`);
  const midnight = startOfDay(date, world.timeZone);
  const dayMs = startOfDay(addDays(date, 1), world.timeZone) - midnight;
  const calls: StatedCall[] = [];
  const day: Day = {
    workflow,
    date,
    currentMonth,
    rng,
    at: (share) => midnight + Math.floor(share * dayMs),
    add: (attempt) => {
      const id = `req_${date.replaceAll("-", "")}_${workflow.code}${calls.length.toString(36).padStart(3, "0")}`;
      calls.push({
        id,
        ...attempt,
        workflow: workflow.slug,
        tags: { team: workflow.team, ...channelTag(attempt) },
      });
      return id;
    },
  };

  for (const stage of workflow.stages) {
    const { reality, startsIn, lengthMonths } = stage;
    const first = firstDay(addMonths(currentMonth, startsIn));
    const last = lastDay(addMonths(currentMonth, startsIn + lengthMonths - 1));
    if (reality === null || date < first || date > last) continue;
    addCustomerRequests(day, stage, reality);
    if (!isWeekend(date)) {
      addQaRuns(day, stage, reality);
      addPromptTuning(day, stage, reality);
    }
    addStrayCalls(day, stage);
  }
  return calls;
}

const CHANNELS = ["web", "web", "web", "app", "app", "newsletter"];

/** Where customers asked from. Goes by the time, so that it takes no number from the day's others. */
function channelTag({ purpose, occurredAt }: Attempt): { channel?: string } {
  const channel = CHANNELS[Math.floor(Date.parse(occurredAt) / 1000) % CHANNELS.length];
  return purpose === "customer" && channel !== undefined ? { channel } : {};
}

interface Day {
  workflow: WorldWorkflow;
  date: string;
  currentMonth: string;
  rng: Rng;
  /** The instant at a share of the day, in milliseconds. */
  at: (share: number) => number;
  /** Logs a call and returns its id. */
  add: (attempt: Attempt) => string;
}

/** Weekdays in a month, over which monthly work is spread. */
const WORKDAYS_PER_MONTH = 21.75;

/** When the batch of the night is sent, as a share of the day. */
const BATCH_FROM = 1.5 / 24;
const BATCH_TO = 3.5 / 24;

function addCustomerRequests(day: Day, stage: WorldStage, reality: Reality): void {
  const { rng, date, currentMonth } = day;
  const { requests, mix, billedRetryPercent } = requestsOfDay(stage, reality, date, currentMonth, rng);
  const options = mix.map((line) => ({ ...line, weight: line.sharePercent }));
  for (let index = 0; index < requests; index++) {
    const { size, quality } = rng.pick(options);
    const batch = rng.happens(reality.nightBatchPercent);
    makeRequest(day.add, rng, {
      ...whatToAskFor(day, stage),
      atMs: day.at(batch ? BATCH_FROM + rng.next() * (BATCH_TO - BATCH_FROM) : workingHour(rng)),
      purpose: "customer",
      n: stage.drivers.imagesPerRequest,
      size,
      quality,
      batch,
      billedRetryPercent,
      failurePercent: reality.failurePercent,
      acceptedPercent: reality.acceptedPercent,
    });
  }
}

function addQaRuns(day: Day, stage: WorldStage, reality: Reality): void {
  const { rng } = day;
  const { qa, imagesPerRequest, mix } = stage.drivers;
  const runs = rng.round(qa.runsPerMonth / WORKDAYS_PER_MONTH);
  const options = mix.map((line) => ({ ...line, weight: line.sharePercent }));
  for (let run = 0; run < runs; run++) {
    const startsAt = day.at((9 + rng.next()) / 24);
    for (let index = 0; index < Math.ceil(qa.imagesPerRun / imagesPerRequest); index++) {
      const line = rng.pick(options);
      makeRequest(day.add, rng, {
        ...whatToAskFor(day, stage),
        atMs: startsAt + index * 50_000,
        purpose: "qa",
        n: imagesPerRequest,
        size: qa.size ?? line.size,
        quality: qa.quality ?? line.quality,
        batch: false,
        billedRetryPercent: 0,
        failurePercent: reality.failurePercent,
        acceptedPercent: null,
      });
    }
  }
}

function addPromptTuning(day: Day, stage: WorldStage, reality: Reality): void {
  const { rng } = day;
  const { promptTuning, mix } = stage.drivers;
  const prompts = rng.round(promptTuning.promptsPerMonth / WORKDAYS_PER_MONTH);
  const options = mix.map((line) => ({ ...line, weight: line.sharePercent }));
  for (let prompt = 0; prompt < prompts; prompt++) {
    const startsAt = day.at((10 + rng.next() * 6) / 24);
    const line = rng.pick(options);
    const iterations = rng.round(promptTuning.iterationsPerPrompt * rng.around(0.4));
    for (let index = 0; index < iterations; index++) {
      makeRequest(day.add, rng, {
        ...whatToAskFor(day, stage),
        atMs: startsAt + index * 95_000,
        purpose: "prompt_tuning",
        n: 1,
        size: promptTuning.size ?? line.size,
        quality: promptTuning.quality ?? line.quality,
        batch: false,
        billedRetryPercent: 0,
        failurePercent: reality.failurePercent,
        acceptedPercent: null,
      });
    }
  }
}

const SQUARE = { size: "1024x1024", quality: "high" } as const;

/** What an old script still calls, at the 4,160 output tokens of the provider's table. */
const ENDING_MODEL = {
  shutdownOn: "2026-12-01",
  call: {
    provider: "openai",
    model: "gpt-image-1.5",
    usage: {
      input_tokens: 31,
      input_tokens_details: { text_tokens: 31, image_tokens: 0 },
      output_tokens: 4160,
      total_tokens: 4191,
    },
  },
} as const;

function addStrayCalls(day: Day, stage: WorldStage): void {
  const { rng, date, currentMonth, workflow } = day;
  for (const { on, count, kind } of workflow.strayCalls) {
    if (dateOf(on, currentMonth) !== date) continue;
    for (let index = 0; index < count; index++) {
      const base = {
        occurredAt: new Date(day.at((11 + index / 7) / 24)).toISOString(),
        stage: stage.stage,
        purpose: "internal",
        provider: stage.drivers.provider,
        operation: "generation",
        n: 1,
        outcome: "succeeded",
        httpStatus: 200,
        imagesReturned: 1,
        latencyMs: rng.int(9_000, 30_000),
      } as const;
      switch (kind) {
        case "unknown_model":
          day.add({ ...base, provider: "lumen", model: "lumen-xl-preview", ...SQUARE });
          break;
        case "auto_without_usage":
          day.add({ ...base, model: imageModelOn(date), size: "auto", quality: "auto" });
          break;
        case "ending_model":
          if (date < ENDING_MODEL.shutdownOn) day.add({ ...base, ...ENDING_MODEL.call, ...SQUARE });
          break;
      }
    }
  }
}

function whatToAskFor({ date }: Day, stage: WorldStage) {
  const { provider, operation, promptTokens, referenceImages } = stage.drivers;
  return {
    stage: stage.stage,
    provider,
    model: imageModelOn(date),
    operation,
    promptTokens,
    referenceImages,
    date,
    reportsUsage: provider === "openai",
  };
}

/** Mostly between breakfast and the end of work, as a share of the day. */
function workingHour(rng: Rng): number {
  return Math.min(0.999, Math.max(0, (13.5 * rng.around(0.75)) / 24));
}
