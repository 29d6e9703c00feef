import "server-only";
import type { UsageDimension } from "@/lib/contracts/usage";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** Where the dimensions of usage stand in `call` and `usage_daily`, under the alias `logged`. */
export const DIMENSION_COLUMNS: Readonly<Record<UsageDimension, Prisma.Sql>> = {
  workflow: Prisma.sql`logged.workflow_id`,
  stage: Prisma.sql`logged.stage`,
  purpose: Prisma.sql`logged.purpose`,
  provider: Prisma.sql`logged.provider`,
  model: Prisma.sql`logged.model`,
  operation: Prisma.sql`logged.operation`,
  size: Prisma.sql`logged.size`,
  quality: Prisma.sql`logged.quality`,
  outcome: Prisma.sql`logged.outcome`,
  costBasis: Prisma.sql`logged.cost_basis`,
  unpricedReason: Prisma.sql`logged.unpriced_reason`,
};
