import { createServer } from "node:net";
import { ConfigurationError } from "@/lib/server/env";
import { hasCode } from "@/lib/server/postgres/error-code";

/** Refuses to go on when the web server could not listen, before anything slow is done. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  // A name that means both loopback addresses is only free when nobody answers on either.
  const addresses = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  for (const address of addresses) {
    try {
      await listen(address, port);
    } catch (error) {
      if (hasCode(error, "EADDRINUSE")) {
        throw new ConfigurationError(
          `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
        );
      }
      if (hasCode(error, "EACCES")) {
        throw new ConfigurationError(
          `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
        );
      }
      const hasNoIpv6 = address === "::1" && hasCode(error, "EADDRNOTAVAIL", "EAFNOSUPPORT");
      if (hasNoIpv6) continue;
      throw new ConfigurationError(
        `This machine cannot listen on HOST=${host} (${String(error)}). Set HOST to localhost for this machine only, or to 0.0.0.0 for every network it is on.`,
      );
    }
  }
}

function listen(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
