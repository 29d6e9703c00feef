import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { withClient } from "@/lib/server/migrations/with-client";
import { createTestWorkspace, createUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { recordAudit, systemActor } from "./record-audit";
import { verifyAuditChain } from "./verify-audit-chain";

const database = useTestDatabase();

let workspace: { id: string };

beforeEach(async () => {
  workspace = await createTestWorkspace(await createUser());
  for (const number of [1, 2, 3]) await record(`step ${number}`);
});

function record(action: string): Promise<void> {
  return inWorkspace(workspace.id, (tx) =>
    recordAudit(tx, {
      actor: systemActor(workspace),
      action,
      subject: "test:1",
      detail: { zebra: 1, apple: [{ b: null, a: "ü" }], "10": "ten", "9": 1.5 },
    }),
  );
}

/** As somebody with the keys to the database would: triggers off, straight into the table. */
function tamper(sql: string): Promise<unknown> {
  return withClient(database.url, async (client) => {
    await client.query("SET session_replication_role = replica");
    await client.query(sql, [workspace.id]);
  });
}

test("an untouched chain is intact, from the workspace's creation on", async () => {
  expect(await verifyAuditChain(workspace.id)).toEqual({ intact: true, events: 4 });
});

test("the hash is SHA-256 over the event as sorted JSON", async () => {
  const event = await inWorkspace(workspace.id, (tx) =>
    tx.auditEvent.findFirstOrThrow({ where: { workspaceId: workspace.id, sequence: 4n } }),
  );
  const text =
    `{"action":"step 3","actorId":"system","actorName":"Pixelcast","at":"${event.at.toISOString()}",` +
    `"detail":{"9":1.5,"10":"ten","apple":[{"a":"ü","b":null}],"zebra":1},"id":"${event.id}",` +
    `"previousHash":"${event.previousHash}","sequence":"4","subject":"test:1","workspaceId":"${workspace.id}"}`;
  expect(event.hash).toBe(createHash("sha256").update(text).digest("hex"));
});

test.each([
  ["UPDATE audit_event SET detail = '{}' WHERE workspace_id = $1 AND sequence = 2", 2n, "altered"],
  ["UPDATE audit_event SET actor_name = 'Eve' WHERE workspace_id = $1 AND sequence = 4", 4n, "altered"],
  [
    "UPDATE audit_event SET at = at - interval '1 day' WHERE workspace_id = $1 AND sequence = 3",
    3n,
    "altered",
  ],
  ["UPDATE audit_event SET hash = repeat('a', 64) WHERE workspace_id = $1 AND sequence = 2", 2n, "altered"],
  [
    "UPDATE audit_event SET previous_hash = repeat('a', 64) WHERE workspace_id = $1 AND sequence = 2",
    2n,
    "relinked",
  ],
  ["DELETE FROM audit_event WHERE workspace_id = $1 AND sequence = 1", 1n, "missing"],
  ["DELETE FROM audit_event WHERE workspace_id = $1 AND sequence = 3", 3n, "missing"],
] as const)("%s is seen", async (sql, sequence, problem) => {
  await tamper(sql);
  expect(await verifyAuditChain(workspace.id)).toEqual({ intact: false, sequence, problem });
});

test("the product itself can neither change nor remove an event", async () => {
  const where = { workspaceId: workspace.id, sequence: 2n };
  await expect(
    inWorkspace(workspace.id, (tx) => tx.auditEvent.updateMany({ where, data: { action: "nothing" } })),
  ).rejects.toThrow();
  await expect(inWorkspace(workspace.id, (tx) => tx.auditEvent.deleteMany({ where }))).rejects.toThrow();
  expect(await verifyAuditChain(workspace.id)).toEqual({ intact: true, events: 4 });
});

test("events recorded at the same moment line up one after the other", async () => {
  await Promise.all(Array.from({ length: 8 }, (_, number) => record(`at once ${number}`)));
  expect(await verifyAuditChain(workspace.id)).toEqual({ intact: true, events: 12 });
});

test("a change that fails leaves no event behind", async () => {
  await expect(
    inWorkspace(workspace.id, async (tx) => {
      await recordAudit(tx, { actor: systemActor(workspace), action: "never", subject: "test:1" });
      throw new Error("The change failed.");
    }),
  ).rejects.toThrow("The change failed.");
  expect(await verifyAuditChain(workspace.id)).toEqual({ intact: true, events: 4 });
});
