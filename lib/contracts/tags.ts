import { z } from "zod";
import { endpoint } from "./endpoint";
import { tagKeySchema } from "./tag-filter";
import { dateSchema } from "./values";

/** Each makes another row of sums for every call that carries it. */
export const MAX_TRACKED_TAGS = 5;

export const trackedTagSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    values: z.int().meta({ description: "How many values are told apart by now." }),
    isFull: z.boolean().meta({ description: "Values beyond these are other together." }),
    countedFrom: dateSchema.nullable().meta({ description: "Null: all past calls are counted." }),
    isCounting: z.boolean().meta({ description: "Earlier days are being counted." }),
  })
  .meta({ id: "TrackedTag" });
export type TrackedTag = z.infer<typeof trackedTagSchema>;

export const carriedTagSchema = z
  .object({
    key: z.string(),
    calls: z.int().meta({ description: "How many of the sampled calls carry it." }),
    values: z.int().meta({ description: "How many different values they carry." }),
    examples: z.array(z.string()).meta({ description: "The most frequent ones." }),
    tracked: trackedTagSchema.nullable(),
  })
  .meta({ id: "CarriedTag" });
export type CarriedTag = z.infer<typeof carriedTagSchema>;

export const tagListSchema = z.object({
  /** Tracked ones first, then those that the most calls carry. */
  items: z.array(carriedTagSchema),
  sampledCalls: z.int().meta({ description: "The latest calls, which the rest is about." }),
});
export type TagList = z.infer<typeof tagListSchema>;

export const newTrackedTagSchema = z.strictObject({ key: tagKeySchema });

export const tagEndpoints = {
  listTags: endpoint({
    method: "GET",
    path: "/api/v1/tags",
    summary: "The tags that the latest calls carry, and those that are tracked",
    access: "viewWorkspace",
    answer: tagListSchema,
  }),
  trackTag: endpoint({
    method: "POST",
    path: "/api/v1/tags",
    summary: `Track a tag, so that usage can be filtered and grouped by it; past calls are counted in the background. At most ${MAX_TRACKED_TAGS}`,
    access: "trackTags",
    body: newTrackedTagSchema,
    answer: trackedTagSchema,
    status: 201,
    refusals: ["already_exists"],
  }),
  untrackTag: endpoint({
    method: "DELETE",
    path: "/api/v1/tags/{trackedTagId}",
    summary: "Track a tag no more; calls keep it",
    access: "trackTags",
    params: z.strictObject({ trackedTagId: z.string().max(100) }),
    status: 204,
  }),
};
