import "server-only";
import type { Transaction } from "@/lib/server/db/run-transaction";

/** The names behind the ids that rows keep of whoever made them: people, API keys, the product itself. */
export async function findActorNames(
  tx: Transaction,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const wanted = { id: { in: [...new Set(ids)] } };
  const users = await tx.user.findMany({ where: wanted, select: { id: true, name: true } });
  const keys = await tx.apiKey.findMany({ where: wanted, select: { id: true, name: true } });
  const names = new Map([...users, ...keys].map(({ id, name }) => [id, name]));
  names.set("system", "Pixelcast");
  return (id) => names.get(id) ?? "Somebody who has left";
}
