import { describe, expect, test, vi } from "vitest";
import { createTestWorkspace, createUser, signIn } from "@/lib/server/testing/api-client";
import { callEndpoint } from "@/lib/server/testing/call-endpoint";
import { inWorkspace } from "@/lib/server/db/in-workspace";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { openCredentials, SealedCredentialsError, sealCredentials } from "./seal-credentials";
import { useFakeSource } from "./testing/fake-source";

useTestDatabase();
const source = useFakeSource();

const PAIR = { secretKey: "sk-lf-very-secret-9876", publicKey: "pk-lf-not-so-secret" };

describe("stored credentials", () => {
  test("come back as they were, and no two ciphertexts are alike", () => {
    const sealed = sealCredentials(PAIR, "wsp_1", "con_1");
    expect(openCredentials(sealed, "wsp_1", "con_1")).toEqual(PAIR);
    expect(Buffer.from(sealed).includes("secret")).toBe(false);
    expect(sealCredentials(PAIR, "wsp_1", "con_1")).not.toEqual(sealed);
  });

  test("open nothing in another row, tampered with, or under another secret", () => {
    const sealed = sealCredentials(PAIR, "wsp_1", "con_1");
    expect(() => openCredentials(sealed, "wsp_1", "con_2")).toThrow(SealedCredentialsError);
    expect(() => openCredentials(sealed, "wsp_2", "con_1")).toThrow(SealedCredentialsError);
    for (const index of [0, 5, 20, sealed.length - 1]) {
      const changed = sealed.map((byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => openCredentials(changed, "wsp_1", "con_1")).toThrow(SealedCredentialsError);
    }
    vi.stubEnv("PIXELCAST_SECRET", "another secret of tests, also known to all");
    expect(() => openCredentials(sealed, "wsp_1", "con_1")).toThrow(SealedCredentialsError);
    vi.unstubAllEnvs();
  });
});

test("no address of the API and no row in the clear gives a key away", async () => {
  const owner = await createUser();
  const workspace = await createTestWorkspace(owner);
  const caller = { workspaceSlug: workspace.slug, cookie: await signIn(owner) };
  source.answer(() => ({ page: { data: [], meta: {} } }));
  const created = await callEndpoint("createConnector", caller, {
    json: { kind: "langfuse", name: "Traces", baseUrl: source.url, ...PAIR },
  });
  expect(created.status).toBe(201);
  expect(source.calls[0]?.authorization).toBe(
    `Basic ${Buffer.from(`${PAIR.publicKey}:${PAIR.secretKey}`).toString("base64")}`,
  );
  const { id, credentialHint } = (await created.clone().json()) as { id: string; credentialHint: string };
  expect(credentialHint).toBe("9876");
  const params = { connectorId: id };
  const answers = [
    created,
    await callEndpoint("listConnectors", caller),
    await callEndpoint("updateConnector", caller, { params, json: { name: "Renamed" } }),
    await callEndpoint("runConnector", caller, { params }),
    await callEndpoint("backfillConnector", caller, { params }),
    await callEndpoint("listConnectorRuns", caller, { params }),
  ];
  for (const answer of answers) {
    expect(answer.ok).toBe(true);
    const text = await answer.text();
    expect(text).not.toContain("secret");
    expect(text).not.toContain("credentials");
  }
  const stored = await inWorkspace(workspace.id, async (tx) => ({
    connectors: await tx.connector.findMany(),
    audit: await tx.auditEvent.findMany(),
  }));
  const text = JSON.stringify(stored, (_key, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  expect(text).not.toContain("very-secret");
});

test("a key that the source refuses is not stored; a stored one does not go to another address", async () => {
  const owner = await createUser();
  const workspace = await createTestWorkspace(owner);
  const caller = { workspaceSlug: workspace.slug, cookie: await signIn(owner) };
  const json = { kind: "litellm", name: "Proxy", baseUrl: source.url, secretKey: "sk-litellm-1" };
  source.answer(() => ({ status: 403 }));
  const refused = await callEndpoint("createConnector", caller, { json });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    code: "source_not_read",
    detail:
      "LiteLLM does not accept the key (403). Enter the master key, or the key of an admin who may view spend logs.",
  });
  expect(await inWorkspace(workspace.id, (tx) => tx.connector.count())).toBe(0);

  source.answer(() => ({ page: { data: [], page: 1, total_pages: 1 } }));
  const created = await callEndpoint("createConnector", caller, { json });
  const { id } = (await created.json()) as { id: string };
  const moved = await callEndpoint("updateConnector", caller, {
    params: { connectorId: id },
    json: { baseUrl: "https://elsewhere.example.com" },
  });
  expect(moved.status).toBe(400);
  expect(await moved.json()).toMatchObject({ errors: [{ path: "secretKey" }] });
});
