import { dehydrate, type DataTag, type DehydratedState, type QueryKey } from "@tanstack/react-query";
import { createQueryClient } from "./query-client";

/** The options of a query whose answer the server has at hand. */
interface ServerQuery<Answer> {
  queryKey: DataTag<QueryKey, Answer, Error>;
  queryFn: () => Promise<NoInfer<Answer>>;
}

/**
 * For pages: answers queries on the server by the functions that the API calls too, under the same keys, so that the
 * first paint has its data. A query that fails is left to the browser, which shows why and lets one try again.
 */
export async function prefetch<Answers extends readonly unknown[]>(
  ...queries: { [Index in keyof Answers]: ServerQuery<Answers[Index]> }
): Promise<DehydratedState> {
  const client = createQueryClient();
  await Promise.all(
    queries.map(({ queryKey, queryFn }) => client.prefetchQuery({ queryKey, queryFn, retry: false })),
  );
  return dehydrate(client);
}
