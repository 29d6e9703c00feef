import type { z } from "zod";
import { type NewConnector, newConnectorSchema, type Connector } from "@/lib/contracts/connectors";
import type { Actor } from "@/lib/server/access/actor";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { createConnector } from "@/lib/server/connectors/create-connector";
import { runConnector } from "@/lib/server/connectors/run-connector";
import { createLoggingWorkspace } from "@/lib/server/testing/logging-workspace";
import type { TestDatabase } from "@/lib/server/testing/use-test-database";

export interface ConnectedWorkspace {
  id: string;
  actor: Actor;
  /** Moves only when a test says so, or when somebody sleeps. */
  clock: { at: Date; slept: number[] };
  connect: (body: NewConnector) => Promise<Connector>;
  /** Reads a connector if it is due, as a server would. */
  run: (connectorId: string) => Promise<void>;
}

export async function createConnectedWorkspace(
  database: TestDatabase,
  { timeZone = "UTC", at = "2026-11-20T12:00:00Z" } = {},
): Promise<ConnectedWorkspace> {
  const { id } = await createLoggingWorkspace(database, timeZone);
  const row = await inWorkspace(id, (tx) => tx.workspace.findUniqueOrThrow({ where: { id } }));
  const actor: Actor = {
    kind: "user",
    id: "usr_1",
    name: "Ada",
    role: "owner",
    scopes: null,
    workspace: row,
  };
  const clock = { at: new Date(at), slept: [] as number[] };
  const parsed = (body: NewConnector): z.output<typeof newConnectorSchema> => newConnectorSchema.parse(body);
  return {
    id,
    actor,
    clock,
    connect: (body) => createConnector(actor, parsed(body), clock.at),
    run: (connectorId) =>
      runConnector(id, connectorId, {
        now: () => clock.at,
        sleep: (ms) => {
          clock.slept.push(ms);
          clock.at = new Date(clock.at.getTime() + ms);
          return Promise.resolve();
        },
      }),
  };
}
