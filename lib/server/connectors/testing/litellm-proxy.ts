import type { SourceAnswer, SourceCall } from "./source-server";

/** An image request in the spend logs of a LiteLLM proxy: 100 tokens of text in, 1,000 of a picture out. */
export function row(request_id: string, startTime: string) {
  return {
    request_id,
    call_type: "aimage_generation",
    startTime,
    endTime: startTime.replace(":00:00Z", ":00:20Z"),
    model: "openai/gpt-image-2",
    custom_llm_provider: "openai",
    spend: 0.5,
    status: "success",
    cache_hit: "False",
    metadata: {
      user_api_key_alias: "render",
      usage_object: {
        input_tokens: 100,
        output_tokens: 1000,
        total_tokens: 1100,
        input_tokens_details: { text_tokens: 100, image_tokens: 0 },
      },
    },
  };
}

/** Two rows a page, of those in the span that is asked for. */
export function pages(rows: readonly { startTime: string }[]): (call: SourceCall) => SourceAnswer {
  return ({ url }) => {
    const at = (name: string) => `${url.searchParams.get(name)?.replace(" ", "T")}Z`;
    const inSpan = rows.filter(
      ({ startTime }) => startTime >= at("start_date") && startTime < at("end_date"),
    );
    const page = Number(url.searchParams.get("page"));
    return {
      page: {
        data: inSpan.slice((page - 1) * 2, page * 2),
        total: inSpan.length,
        page,
        page_size: 2,
        total_pages: Math.ceil(inSpan.length / 2),
      },
    };
  };
}
