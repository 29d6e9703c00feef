import { z } from "zod";
import { endpoint } from "./endpoint";
import { nameSchema } from "./values";

const querySchema = z
  .string()
  .max(8000)
  .meta({ description: "What stands in the address of the usage page after the question mark." });

const sharedSchema = z.boolean().meta({
  description: "Everybody in the workspace sees it. To share takes the permission to edit scenarios.",
});

export const savedViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    query: z.string(),
    isShared: z.boolean(),
    isOwn: z.boolean().meta({ description: "Whether it belongs to whoever asks." }),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof savedViewSchema>;

export const newSavedViewSchema = z.strictObject({
  name: nameSchema,
  query: querySchema,
  isShared: sharedSchema,
});
export type NewSavedView = z.infer<typeof newSavedViewSchema>;

export const savedViewChangeSchema = z.strictObject({
  name: nameSchema.optional(),
  query: querySchema.optional(),
  isShared: sharedSchema.optional(),
  isDeleted: z
    .literal(false)
    .optional()
    .meta({ description: "Brings a view back that was deleted within the last day." }),
});
export type SavedViewChange = z.infer<typeof savedViewChangeSchema>;

const savedViewParams = z.strictObject({ savedViewId: z.string().max(100) });

export const savedViewEndpoints = {
  listSavedViews: endpoint({
    method: "GET",
    path: "/api/v1/saved-views",
    summary: "The views of usage that the caller has saved, and those that are shared, by name",
    access: "viewWorkspace",
    answer: z.object({ items: z.array(savedViewSchema) }),
  }),
  createSavedView: endpoint({
    method: "POST",
    path: "/api/v1/saved-views",
    summary: "Save a view of usage, for oneself or for everybody",
    access: "saveViews",
    body: newSavedViewSchema,
    answer: savedViewSchema,
    status: 201,
  }),
  updateSavedView: endpoint({
    method: "PATCH",
    path: "/api/v1/saved-views/{savedViewId}",
    summary:
      "Rename, change, share or bring back a view; others' shared ones by those who may edit scenarios",
    access: "saveViews",
    params: savedViewParams,
    body: savedViewChangeSchema,
    answer: savedViewSchema,
  }),
  deleteSavedView: endpoint({
    method: "DELETE",
    path: "/api/v1/saved-views/{savedViewId}",
    summary: "Delete a view; for a day it can be brought back",
    access: "saveViews",
    params: savedViewParams,
    status: 204,
  }),
};
