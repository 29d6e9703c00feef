import { ENDPOINTS } from "@/lib/contracts/endpoints";
import type { Endpoint } from "@/lib/contracts/endpoint";
import { problemSchema } from "@/lib/contracts/errors";
import { escaped, objections, type Operation } from "./described-operations";
import type { FuzzRequest } from "./fuzz-request";

/** What is wrong with an answer: nothing, where the product keeps every promise that its description makes. */
export async function judgeAnswer(
  operation: Operation,
  request: FuzzRequest,
  response: Response,
  theirWord: string,
): Promise<string[]> {
  const text = await response.text();
  const faults: string[] = [];
  if (text.toLowerCase().includes(theirWord.toLowerCase()))
    faults.push("it shows what is another workspace's");
  if (response.status >= 500) faults.push(`it failed with ${response.status}`);
  if (!(`${response.status}` in operation.responses))
    faults.push(`the status ${response.status} is not described`);
  faults.push(
    ...(response.ok
      ? judgeSuccess(operation, request, response, text)
      : judgeRefusal(operation, response, text)),
  );
  return faults.length === 0 ? [] : [...faults, `the answer was ${response.status} ${text.slice(0, 600)}`];
}

function judgeSuccess(
  operation: Operation,
  request: FuzzRequest,
  response: Response,
  text: string,
): string[] {
  const { operationId, pointer, responses } = operation;
  const { answer, status = 200 }: Endpoint = ENDPOINTS[operationId];
  const faults: string[] = [];
  if (response.status !== status) faults.push(`the contract says ${status}`);
  if (request.isDescribed === false) faults.push("it was accepted and is not as described");
  if (status === 204) return text === "" ? faults : [...faults, "there is nothing to answer"];
  const [[type = "", content] = []] = Object.entries(responses[`${status}`]?.content ?? {});
  if (!response.headers.get("content-type")?.startsWith(type)) faults.push(`it is not ${type}`);
  if (!answer || content === undefined) return faults;
  const value: unknown = JSON.parse(text);
  const parsed = answer.safeParse(value);
  if (!parsed.success) faults.push(`its contract refuses it: ${parsed.error.message}`);
  const place = `${pointer}/responses/${status}/content/${escaped(type)}/schema`;
  faults.push(...objections(place, value).map((objection) => `it is not as described: ${objection}`));
  return [...faults, ...judgeItems(request, value)];
}

/** Logged calls are answered one by one. */
function judgeItems({ areItemsDescribed }: FuzzRequest, value: unknown): string[] {
  if (!areItemsDescribed) return [];
  const { results } = value as { results: { status: string; errors?: { path: string }[] }[] };
  if (results.length !== areItemsDescribed.length) return ["there is not one result for each call"];
  return results.flatMap(({ status, errors }, index) => [
    ...(areItemsDescribed[index] === false && status !== "invalid"
      ? [`call ${index} was ${status} and is not as described`]
      : []),
    ...(status === "invalid" && !errors?.length ? [`call ${index} is invalid for no reason`] : []),
  ]);
}

function judgeRefusal({ responses }: Operation, response: Response, text: string): string[] {
  if (response.headers.get("content-type") !== "application/problem+json")
    return ["it is no problem document"];
  const parsed = problemSchema.strict().safeParse(JSON.parse(text));
  if (!parsed.success) return [`it is no problem document: ${parsed.error.message}`];
  const { status, code, requestId, errors } = parsed.data;
  const faults: string[] = [];
  if (status !== response.status) faults.push("it says another status than it has");
  if (requestId === "" || requestId !== response.headers.get("x-request-id")) faults.push("it has no id");
  if (!responses[`${status}`]?.description.includes(`\`${code}\``)) faults.push(`${code} is not described`);
  if (code === "invalid_request" && !errors?.length) faults.push("it does not say which field is wrong");
  return faults;
}
