import { isIP } from "node:net";
import { z } from "zod";

const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.has(host) || host.startsWith("127.");
}

/** A connection string's scheme is all that is checked: libpq's grammar allows more than a URL does. */
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must look like postgresql://user:password@host:5432/database");

const origin = z
  .url({ protocol: /^https?$/, error: "must look like https://pixelcast.example.com" })
  .refine((value) => URL.canParse(value) && /^\/?$/.test(new URL(value).pathname), "must not have a path")
  .transform((value) => new URL(value).origin);

const environmentSchema = z.object({
  PORT: z
    .string()
    .default("3000")
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535, {
      error: "must be a port number from 1 to 65535, such as 3000",
    })
    .transform(Number),
  HOST: z.string().default("localhost"),
  PIXELCAST_DATA_DIR: z.string().default(".data"),
  DATABASE_URL: databaseUrl.optional(),
  PIXELCAST_SECRET: z
    .string()
    .min(32, "must have at least 32 characters; `openssl rand -base64 48` makes a good one")
    .optional(),
  PIXELCAST_LOCAL_SIGN_IN: z
    .enum(["auto", "on", "off"], { error: "must be auto, on or off" })
    .default("auto"),
  PIXELCAST_URL: origin.optional(),
  PIXELCAST_CONNECTOR_HOSTS: z
    .string()
    .default("")
    .transform((value) => value.split(",").flatMap((each) => each.trim() || []))
    .refine((hosts) => hosts.every(isHostOrNetwork), {
      error: "must list host names, addresses or networks such as litellm.internal, 10.1.2.3 or 10.0.0.0/8",
    }),
});

function isHostOrNetwork(text: string): boolean {
  const [host = "", bits, ...more] = text.split("/");
  const version = isIP(host);
  if (more.length > 0) return false;
  if (bits === undefined) return version !== 0 || /^[a-z0-9_.-]{1,253}$/i.test(host);
  return version !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}

export interface Environment {
  port: number;
  host: string;
  /** Holds the embedded database and the generated secret. Relative to the project, where every command runs. */
  dataDirectory: string;
  /** Undefined where nothing needs a database yet, such as `next build`. */
  databaseUrl: string | undefined;
  /** Undefined until the start command has read or generated it. */
  secret: string | undefined;
  /** Whether one click signs in to the sample workspace, which only the owner of the machine may have. */
  allowsLocalSignIn: boolean;
  /** Where the server is reached on this machine, without a trailing slash. */
  localOrigin: string;
  /** Where browsers reach it, without a trailing slash: through a proxy, or as on this machine. */
  publicOrigin: string;
  /** What connectors may read from although it is not on the public internet: host names, addresses, networks. */
  connectorHosts: readonly string[];
}

/** The settings are wrong in a way that only the person who set them can mend; the message says how. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/**
 * Reads the settings from environment variables. An empty variable counts as absent, as it does in a shell.
 * It is read anew on each call, because the start command and tests set variables after modules have loaded.
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const present = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [name, variables[name]?.trim() || undefined]),
  );
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new ConfigurationError(`Pixelcast cannot use these environment variables:\n${lines.join("\n")}`);
  }
  const { PORT, HOST, PIXELCAST_URL, PIXELCAST_LOCAL_SIGN_IN } = parsed.data;
  const localOrigin = `http://${browsableHost(HOST)}:${PORT}`;
  return {
    port: PORT,
    host: HOST,
    dataDirectory: parsed.data.PIXELCAST_DATA_DIR,
    databaseUrl: parsed.data.DATABASE_URL,
    secret: parsed.data.PIXELCAST_SECRET,
    // A server that others reach cannot tell them from this machine: the headers that would say so are theirs to send.
    allowsLocalSignIn:
      isLoopback(HOST) &&
      (PIXELCAST_LOCAL_SIGN_IN === "auto"
        ? PIXELCAST_URL === undefined || isLoopback(new URL(PIXELCAST_URL).hostname)
        : PIXELCAST_LOCAL_SIGN_IN === "on"),
    localOrigin,
    publicOrigin: PIXELCAST_URL ?? localOrigin,
    connectorHosts: parsed.data.PIXELCAST_CONNECTOR_HOSTS,
  };
}

/** A server that listens on every address is reached by the machine's own name; IPv6 literals need brackets. */
function browsableHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

export function requireDatabaseUrl(): string {
  const { databaseUrl } = readEnvironment();
  if (databaseUrl === undefined) {
    throw new ConfigurationError(
      "DATABASE_URL is not set. `npm start` and `npm run dev` set it; when Next.js runs without them, set DATABASE_URL to a PostgreSQL database (version 15 or newer).",
    );
  }
  return databaseUrl;
}

export function requireSecret(): string {
  const { secret } = readEnvironment();
  if (secret === undefined) {
    throw new ConfigurationError(
      "PIXELCAST_SECRET is not set. `npm start` and `npm run dev` generate and keep one; when Next.js runs without them, set PIXELCAST_SECRET to at least 32 random characters.",
    );
  }
  return secret;
}
