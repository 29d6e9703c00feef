import { describe, expect, it } from "vitest";
import { ConfigurationError, readEnvironment } from "./env";

describe("without any variable", () => {
  it("serves this machine only, from a folder in the project", () => {
    expect(readEnvironment({})).toEqual({
      port: 3000,
      host: "localhost",
      dataDirectory: ".data",
      databaseUrl: undefined,
      secret: undefined,
      allowsLocalSignIn: true,
      localOrigin: "http://localhost:3000",
      publicOrigin: "http://localhost:3000",
      connectorHosts: [],
    });
  });

  it("counts an empty variable as absent, as a shell does", () => {
    const empty = { PORT: "", HOST: " ", DATABASE_URL: "", PIXELCAST_SECRET: "", PIXELCAST_DATA_DIR: "" };
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });
});

it("reads every variable", () => {
  const environment = readEnvironment({
    PORT: "8080",
    HOST: "0.0.0.0",
    PIXELCAST_DATA_DIR: "/srv/pixelcast",
    DATABASE_URL: "postgresql://app:secret@db.example.com/pixelcast?sslmode=require",
    PIXELCAST_SECRET: "0123456789abcdef0123456789abcdef",
    PIXELCAST_LOCAL_SIGN_IN: "off",
    PIXELCAST_URL: "https://costs.example.com/",
    PIXELCAST_CONNECTOR_HOSTS: "litellm.internal, 10.0.0.0/8,fd00::/8",
  });
  expect(environment).toEqual({
    port: 8080,
    host: "0.0.0.0",
    dataDirectory: "/srv/pixelcast",
    databaseUrl: "postgresql://app:secret@db.example.com/pixelcast?sslmode=require",
    secret: "0123456789abcdef0123456789abcdef",
    allowsLocalSignIn: false,
    localOrigin: "http://localhost:8080",
    publicOrigin: "https://costs.example.com",
    connectorHosts: ["litellm.internal", "10.0.0.0/8", "fd00::/8"],
  });
});

it.each([
  ["localhost", undefined, undefined, true],
  ["127.0.0.1", undefined, undefined, true],
  ["::1", undefined, undefined, true],
  ["0.0.0.0", undefined, undefined, false],
  ["192.168.1.20", undefined, undefined, false],
  ["localhost", "https://costs.example.com", undefined, false],
  ["localhost", "http://localhost:3000", undefined, true],
  ["0.0.0.0", undefined, "on", false],
  ["localhost", "https://costs.example.com", "on", true],
  ["localhost", undefined, "off", false],
])(
  "HOST %s, PIXELCAST_URL %s and PIXELCAST_LOCAL_SIGN_IN %s: one-click sign-in %s",
  (host, url, setting, expected) => {
    const variables = { HOST: host, PIXELCAST_URL: url, PIXELCAST_LOCAL_SIGN_IN: setting };
    expect(readEnvironment(variables).allowsLocalSignIn).toBe(expected);
  },
);

it("puts an IPv6 address in brackets", () => {
  expect(readEnvironment({ HOST: "::1" }).localOrigin).toBe("http://[::1]:3000");
});

it.each([
  ["PORT", "0", "must be a port number"],
  ["PORT", "65536", "must be a port number"],
  ["PORT", "3000x", "must be a port number"],
  ["DATABASE_URL", "mysql://localhost/x", "must look like postgresql://"],
  ["PIXELCAST_SECRET", "0123456789abcdef0123456789abcde", "must have at least 32 characters"],
  ["PIXELCAST_LOCAL_SIGN_IN", "yes", "must be auto, on or off"],
  ["PIXELCAST_URL", "costs.example.com", "must look like https://"],
  ["PIXELCAST_URL", "ftp://costs.example.com", "must look like https://"],
  ["PIXELCAST_URL", "https://example.com/costs", "must not have a path"],
])("refuses %s=%s and says what to set", (name, value, advice) => {
  const read = (): unknown => readEnvironment({ [name]: value });
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(`${name} ${advice}`);
});
