import {
  dehydrate,
  type DehydratedState,
  type FetchQueryOptions,
  type QueryKey,
} from "@tanstack/react-query";
import { createQueryClient } from "./query-client";

/**
 * For pages: answers queries on the server by the functions that the API calls too, under the same keys, so that the
 * first paint has its data. A query that fails is left to the browser, which shows why and lets one try again.
 */
export async function prefetch<
  const Queries extends readonly FetchQueryOptions<never, Error, never, QueryKey>[],
>(...queries: Queries): Promise<DehydratedState> {
  const client = createQueryClient();
  await Promise.all(queries.map((query) => client.prefetchQuery({ ...query, retry: false })));
  return dehydrate(client);
}
