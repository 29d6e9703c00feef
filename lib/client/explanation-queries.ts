import { queryOptions } from "@tanstack/react-query";
import {
  type DerivationAnswer,
  explanationEndpoints,
  type ExplanationQuery,
} from "@/lib/contracts/explanations";
import type { Derivation } from "@/lib/derivations";
import { nanoUsd } from "@/lib/money";
import { callApi } from "./fetch-json";
import { queryKeys } from "./query-keys";

/** How an amount came about. Asked anew whenever it is opened, so that it is the amount's of the moment. */
export function explanationQuery(workspace: string, question: ExplanationQuery) {
  return queryOptions({
    queryKey: [...queryKeys.workspace(workspace), "explanations", question] as const,
    queryFn: async ({ signal }) => {
      const { derivation } = await callApi(explanationEndpoints.getExplanation, {
        workspace,
        query: question,
        signal,
      });
      return readDerivation(derivation);
    },
    staleTime: 0,
  });
}

function readDerivation(answer: DerivationAnswer): Derivation<ExplanationQuery> {
  const { bounds } = answer;
  return {
    ...answer,
    amountNanoUsd: readAmount(answer.amountNanoUsd),
    bounds: bounds && {
      lowNanoUsd: readAmount(bounds.lowNanoUsd),
      highNanoUsd: readAmount(bounds.highNanoUsd),
    },
    steps: answer.steps.map(readDerivation),
  };
}

function readAmount(text: string | null) {
  return text === null ? null : nanoUsd(BigInt(text));
}
