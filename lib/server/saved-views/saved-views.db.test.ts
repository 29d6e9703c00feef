import { beforeEach, expect, it } from "vitest";
import { savedViewSchema } from "@/lib/contracts/saved-views";
import type { Actor } from "@/lib/server/access/actor";
import { createPlanningWorkspace } from "@/lib/server/scenarios/testing/planning-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { createSavedView } from "./create-saved-view";
import { deleteSavedView } from "./delete-saved-view";
import { listSavedViews } from "./list-saved-views";
import { updateSavedView } from "./update-saved-view";

useTestDatabase();

const NOW = new Date("2026-11-23T12:00:00Z");
const body = { name: "By model", query: "groupBy=model", isShared: false };
let owner: Actor;
let editor: Actor;
let viewer: Actor;

beforeEach(async () => {
  owner = (await createPlanningWorkspace()).actor;
  editor = { ...owner, id: "usr_editor", role: "editor" };
  viewer = { ...owner, id: "usr_viewer", role: "viewer" };
});

const names = async (actor: Actor) => (await listSavedViews(actor)).items.map(({ name }) => name);

it("is seen by its owner alone, until it is shared", async () => {
  const view = await createSavedView(editor, body, NOW);
  expect(savedViewSchema.parse(view)).toEqual({ ...body, id: view.id, isOwn: true });
  expect(await names(viewer)).toEqual([]);
  await expect(updateSavedView(owner, view.id, { name: "Mine" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(deleteSavedView(owner, view.id, NOW)).rejects.toMatchObject({ code: "not_found" });

  await updateSavedView(editor, view.id, { isShared: true });
  expect((await listSavedViews(viewer)).items).toEqual([{ ...view, isShared: true, isOwn: false }]);
});

it("is never seen from another workspace", async () => {
  const view = await createSavedView(editor, { ...body, isShared: true }, NOW);
  const elsewhere = { ...editor, workspace: (await createPlanningWorkspace()).actor.workspace };
  expect(await names(elsewhere)).toEqual([]);
  await expect(updateSavedView(elsewhere, view.id, { name: "Mine" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(deleteSavedView(elsewhere, view.id, NOW)).rejects.toMatchObject({ code: "not_found" });
});

it("is shared and changed for everybody only by those who may", async () => {
  await expect(createSavedView(viewer, { ...body, isShared: true }, NOW)).rejects.toMatchObject({
    code: "not_allowed",
  });
  const own = await createSavedView(viewer, body, NOW);
  await expect(updateSavedView(viewer, own.id, { isShared: true })).rejects.toMatchObject({
    code: "not_allowed",
  });
  expect(await updateSavedView(viewer, own.id, { name: "Renamed", query: "" })).toMatchObject({
    name: "Renamed",
    query: "",
  });

  const shared = await createSavedView(editor, { ...body, isShared: true }, NOW);
  await expect(updateSavedView(viewer, shared.id, { name: "Mine" })).rejects.toMatchObject({
    code: "not_allowed",
  });
  await expect(deleteSavedView(viewer, shared.id, NOW)).rejects.toMatchObject({ code: "not_allowed" });
  expect(await updateSavedView(owner, shared.id, { name: "Ours" })).toMatchObject({
    name: "Ours",
    isOwn: false,
  });
  await expect(updateSavedView(owner, shared.id, { isShared: false })).rejects.toMatchObject({
    code: "not_allowed",
  });
});

it("comes back after it was deleted, within a day", async () => {
  const view = await createSavedView(viewer, body, NOW);
  await deleteSavedView(viewer, view.id, NOW);
  expect(await names(viewer)).toEqual([]);
  await expect(updateSavedView(viewer, view.id, { name: "Gone" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await updateSavedView(viewer, view.id, { isDeleted: false })).toEqual(view);
  expect(await names(viewer)).toEqual([body.name]);

  await deleteSavedView(viewer, view.id, NOW);
  const another = await createSavedView(viewer, { ...body, name: "Another" }, NOW);
  await deleteSavedView(viewer, another.id, new Date("2026-11-24T12:00:01Z"));
  await expect(updateSavedView(viewer, view.id, { isDeleted: false })).rejects.toMatchObject({
    code: "not_found",
  });
});
