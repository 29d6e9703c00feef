import { z } from "zod";
import { mixLineSchema, scenarioDriversSchema, stagePurposeSchema } from "@/lib/contracts/scenarios";

// A draft is kept as it was left, so a mix that does not add up yet or a size that is half typed is no reason to lose it.
const unfinishedDriversSchema = scenarioDriversSchema.extend({
  mix: z.array(mixLineSchema.extend({ size: z.string() })).min(1),
});

const storedDraftSchema = z.strictObject({
  savedAt: z.number(),
  revision: z.int(),
  draft: z.strictObject({
    name: z.string(),
    purpose: stagePurposeSchema,
    drivers: unfinishedDriversSchema,
  }),
});

export type StoredDraft = z.infer<typeof storedDraftSchema>;

/** What was kept in the browser; null where there is nothing or it has another form. */
export function parseStoredDraft(text: string | null): StoredDraft | null {
  if (text === null) return null;
  try {
    return storedDraftSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export function storedDraftKey(workspace: string, scenarioId: string): string {
  return `pixelcast:draft:${workspace}:${scenarioId}`;
}
