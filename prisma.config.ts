import { defineConfig } from "prisma/config";

/** For Prisma's command-line tool. The product itself applies migrations through lib/server/migrations. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
