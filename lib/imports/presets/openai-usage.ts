import type { Preset } from "./preset";

/**
 * OpenAI's organization usage and costs, exported as JSON lines or CSV. Each row sums up the requests of a bucket, with
 * neither tokens nor quality. https://developers.openai.com/api/docs/api-reference/usage
 */
export const openaiUsage: Preset = {
  id: "openai_usage",
  name: "OpenAI usage export",
  read: (sample) => {
    const isSum =
      sample.names("num_model_requests") ||
      sample.names("start_time", "results") ||
      sample.valuesOf("object").some((value) => /^organization\.(usage|costs)\./.test(value)) ||
      (sample.names("object", "data") && sample.valuesOf("object").includes("page")) ||
      sample.names("line_item", "amount.value") ||
      sample.names("line_item", "amount_value");
    if (!isSum) return null;
    return {
      refusal:
        "This is OpenAI's usage or costs export. Each of its rows sums up the requests of a minute, an hour or a day, so none of them is a call, and counting them as calls would be wrong. Import the requests themselves",
    };
  },
};
