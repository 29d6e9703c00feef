import type { NextConfig } from "next";
import { readEnvironment } from "./lib/server/env";

// A wrong setting stops the build or the start here, with a message that says what to set.
const { publicOrigin } = readEnvironment();

// next-auth takes its own address from variables of its own. Without a configured address it is whatever name the
// browser used, so that any port, localhost and 127.0.0.1 all work.
if (process.env.PIXELCAST_URL?.trim()) process.env.NEXTAUTH_URL = publicOrigin;
else process.env.AUTH_TRUST_HOST = "true";

const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks the types; a first start need not wait for that again.
  typescript: { ignoreBuildErrors: true },
  // There are no pictures to optimise, and what is switched off cannot be attacked.
  images: { unoptimized: true },
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: HEADERS },
      {
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" }],
      },
      {
        // An answer of the API is data; opened by itself it may load and run nothing.
        source: "/api/:path*",
        headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
      },
    ]),
};

export default config;
