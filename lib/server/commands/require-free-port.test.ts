import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { requireFreePort } from "./require-free-port";

const servers: Server[] = [];

async function occupy(host: string): Promise<number> {
  const server = createServer().listen({ host, port: 0 });
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was assigned.");
  return address.port;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it.each(["127.0.0.1", "0.0.0.0"])("says what to do when a program listens on %s already", async (host) => {
  const port = await occupy(host);
  const refusal = new RegExp(`Port ${port} is taken.*PORT=${port + 1} npm start`);
  await expect(requireFreePort("localhost", port)).rejects.toThrow(refusal);
  await expect(requireFreePort("127.0.0.1", port)).rejects.toThrow(refusal);
});

it("lets a free port pass, and leaves it free", async () => {
  const port = await occupy("127.0.0.1");
  const server = servers.pop();
  server?.close();
  if (server) await once(server, "close");
  await requireFreePort("localhost", port);
  await requireFreePort("localhost", port);
});

it("says what HOST may be when the address is not this machine's", async () => {
  // From the range that is set aside for documentation.
  await expect(requireFreePort("192.0.2.1", 3000)).rejects.toThrow(
    /HOST=192\.0\.2\.1.*Set HOST to localhost/,
  );
});
