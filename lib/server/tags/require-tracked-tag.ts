import "server-only";
import { askedTagKeys, tagProblem, type TagQuestion } from "@/lib/contracts/tag-filter";
import type { Transaction } from "@/lib/server/db/run-transaction";
import { RequestError } from "@/lib/server/http/request-error";

/** Refuses a question about a tag that nothing is summed up by, and one about several. */
export async function requireTrackedTag(
  tx: Transaction,
  workspaceId: string,
  question: TagQuestion,
): Promise<void> {
  const problem = tagProblem(question);
  if (problem) throw new RequestError("invalid_request", `${problem.message}.`, [problem]);
  const [key] = askedTagKeys(question);
  if (key === undefined) return;
  const tracked = await tx.trackedTag.findUnique({
    where: { workspaceId_key: { workspaceId, key } },
    select: { id: true },
  });
  if (tracked !== null) return;
  const field = question.tag ? "tag" : question.groupBy === `tag:${key}` ? "groupBy" : "thenBy";
  throw new RequestError(
    "invalid_request",
    `The tag ${key} is not tracked. Track it under Settings, Tags, to filter and group by it.`,
    [{ path: field, message: `The tag ${key} is not tracked` }],
  );
}
