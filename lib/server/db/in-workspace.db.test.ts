import { beforeAll, describe, expect, it } from "vitest";
import { asUser } from "@/lib/server/db/as-user";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createPool } from "@/lib/server/db/pool";
import { prisma } from "@/lib/server/db/prisma";
import { ConflictExhaustedError } from "@/lib/server/db/retry-on-conflict";
import { withApiKeyHash } from "@/lib/server/db/with-api-key-hash";
import { withWorkspaceSlug } from "@/lib/server/db/with-workspace-slug";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";

const database = useTestDatabase();

async function createWorkspace(id: string, userId: string): Promise<void> {
  await prisma().user.create({ data: { id: userId, email: `${userId}@example.com`, name: userId } });
  await inWorkspace(id, async (tx) => {
    await tx.workspace.create({
      data: { id, slug: `slug-${id}`, name: id, timeZone: "UTC", monthlyBudgetNanoUsd: 2n ** 62n },
    });
    await tx.membership.create({ data: { workspaceId: id, id: "m1", userId, role: "owner" } });
    await tx.apiKey.create({
      data: {
        workspaceId: id,
        id: "k1",
        name: "ingest",
        prefix: "pxc_",
        keyHash: `hash-${id}`,
        scopes: ["ingest"],
      },
    });
  });
}

beforeAll(async () => {
  await createWorkspace("wa", "ua");
  await createWorkspace("wb", "ub");
});

describe("a connection", () => {
  it("keeps the web server's role, whatever options the URL has", async () => {
    const url = new URL(database.url);
    url.searchParams.set("options", "-c role=none -c work_mem=7MB");
    const pool = createPool(url.toString());
    const { rows } = await pool.query("SELECT current_user AS role, current_setting('work_mem') AS work_mem");
    await pool.end();
    expect(rows).toEqual([{ role: "pixelcast_app", work_mem: "7MB" }]);
  });
});

describe("inWorkspace", () => {
  it("sees one workspace's rows, and gives amounts as bigint", async () => {
    const found = await inWorkspace("wa", async (tx) => ({
      workspaces: await tx.workspace.findMany(),
      members: await tx.membership.findMany(),
    }));
    expect(found.workspaces).toMatchObject([{ id: "wa", monthlyBudgetNanoUsd: 4611686018427387904n }]);
    expect(found.members).toMatchObject([{ workspaceId: "wa", userId: "ua" }]);
  });

  it("refuses to write another workspace's row", async () => {
    const foreign = { workspaceId: "wb", id: "w1", slug: "theirs", name: "Theirs" };
    await expect(inWorkspace("wa", (tx) => tx.workflow.create({ data: foreign }))).rejects.toThrow(
      /row-level security/,
    );
    const changed = await inWorkspace("wa", (tx) =>
      tx.membership.updateMany({ where: { workspaceId: "wb" }, data: { role: "viewer" } }),
    );
    expect(changed.count).toBe(0);
  });

  it("keeps nothing of a workspace on the connection", async () => {
    await inWorkspace("wa", (tx) => tx.membership.count());
    expect(await prisma().membership.count()).toBe(0);
    expect(await prisma().workspace.count()).toBe(0);
  });

  it("undoes everything when the work fails", async () => {
    const failing = inWorkspace("wa", async (tx) => {
      await tx.workflow.create({ data: { workspaceId: "wa", id: "w9", slug: "lost", name: "Lost" } });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await inWorkspace("wa", (tx) => tx.workflow.count())).toBe(0);
  });

  it("ends a statement that takes longer than it may", async () => {
    const slow = inWorkspace("wa", (tx) => tx.$executeRaw`SELECT pg_sleep(10)`, { timeoutMs: 200 });
    await expect(slow).rejects.toThrow(/statement timeout/);
  });

  it("runs again when two transactions collide, so that none is lost", async () => {
    await inWorkspace("wa", (tx) => tx.$executeRaw`UPDATE workspace SET fiscal_year_start_month = 1`);
    const increment = (): Promise<unknown> =>
      inWorkspace(
        "wa",
        async (tx) => {
          const { fiscalYearStartMonth } = await tx.workspace.findFirstOrThrow();
          await tx.workspace.updateMany({ data: { fiscalYearStartMonth: fiscalYearStartMonth + 1 } });
        },
        { isolationLevel: "Serializable" },
      );
    await Promise.all([increment(), increment(), increment()]);
    const { fiscalYearStartMonth } = await inWorkspace("wa", (tx) => tx.workspace.findFirstOrThrow());
    expect(fiscalYearStartMonth).toBe(4);
  });

  it("says so when they never stop colliding", async () => {
    let attempts = 0;
    const colliding = inWorkspace("wa", (tx) => {
      attempts += 1;
      return tx.$executeRaw`DO $$ BEGIN RAISE SQLSTATE '40001'; END $$`;
    });
    await expect(colliding).rejects.toThrow(ConflictExhaustedError);
    expect(attempts).toBe(5);
  });
});

describe("before the workspace is known", () => {
  it("a user finds the own memberships and their workspaces, to read only", async () => {
    const found = await asUser("ua", (tx) => tx.membership.findMany({ include: { workspace: true } }));
    expect(found.map((membership) => membership.workspace.slug)).toEqual(["slug-wa"]);
    const changed = await asUser("ua", (tx) => tx.membership.updateMany({ data: { role: "owner" } }));
    expect(changed.count).toBe(0);
  });

  it("a key finds itself and its workspace, to read only", async () => {
    const found = await withApiKeyHash("hash-wb", (tx) =>
      tx.apiKey.findMany({ include: { workspace: true } }),
    );
    expect(found.map((key) => key.workspace.id)).toEqual(["wb"]);
    expect(await withApiKeyHash("hash-wb", (tx) => tx.membership.count())).toBe(0);
    expect((await withApiKeyHash("hash-wb", (tx) => tx.apiKey.deleteMany())).count).toBe(0);
  });

  it("a slug finds its workspace's row and nothing in it", async () => {
    expect(await withWorkspaceSlug("slug-wb", (tx) => tx.workspace.findMany())).toMatchObject([{ id: "wb" }]);
    expect(await withWorkspaceSlug("slug-wb", (tx) => tx.membership.count())).toBe(0);
  });
});
