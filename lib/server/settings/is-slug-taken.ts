import "server-only";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** Whether a row was refused because another one has its slug. It may have got it at the same moment. */
export function isSlugTaken(error: unknown, model: "Workspace" | "Workflow"): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === "P2002" &&
    error.meta?.modelName === model
  );
}
