import fc from "fast-check";
import { expect, it } from "vitest";
import { prisma } from "@/lib/server/db/prisma";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { arrayLiteral } from "./array-literal";

useTestDatabase();

it("is read by PostgreSQL as the list that it was", async () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "é", "😀", '"', "\\", "{", "}", ",", " ", "\n", "NULL", "'"),
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text)), async (list) => {
      const [row] = await prisma().$queryRaw<{ list: string }[]>`
        SELECT to_json(${arrayLiteral(list)}::text[])::text AS list`;
      expect(JSON.parse(row?.list ?? "")).toEqual(list);
    }),
    { numRuns: 200 },
  );
  const [row] = await prisma().$queryRaw<{ numbers: string; flags: string }[]>`
    SELECT ${arrayLiteral([1, undefined, -2])}::bigint[]::text AS numbers,
      ${arrayLiteral([true, null, false])}::boolean[]::text AS flags`;
  expect(row).toEqual({ numbers: "{1,NULL,-2}", flags: "{t,NULL,f}" });
});
