/** What a snippet is written for. */
export interface SnippetPlace {
  origin: string;
  apiKey: string;
  /** Of the shell's one call. */
  occurredAt: string;
}

export type SnippetLanguage = "shell" | "python" | "typescript";

export const SNIPPET_LANGUAGES: readonly { value: SnippetLanguage; label: string }[] = [
  { value: "shell", label: "Shell" },
  { value: "python", label: "Python" },
  { value: "typescript", label: "TypeScript" },
];

/** Code to copy that logs calls: one made up call in the shell, the team's own ones beside OpenAI's client elsewhere. */
export function callSnippet(language: SnippetLanguage, place: SnippetPlace): string {
  switch (language) {
    case "shell":
      return shellSnippet(place);
    case "python":
      return pythonSnippet(place);
    case "typescript":
      return typescriptSnippet(place);
  }
}

function shellSnippet({ origin, apiKey, occurredAt }: SnippetPlace): string {
  const digits = occurredAt.replace(/\D/g, "").slice(0, 14);
  return `PIXELCAST_KEY='${apiKey}'
curl ${origin}/api/v1/calls \\
  -H "Authorization: Bearer $PIXELCAST_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"calls":[{
    "id": "first-call-${digits}", "occurredAt": "${occurredAt}",
    "workflow": "landing-heroes", "stage": "prototype",
    "provider": "openai", "model": "gpt-image-2", "size": "1024x1024", "quality": "high",
    "usage": { "input_tokens": 26, "input_tokens_details": { "text_tokens": 26, "image_tokens": 0 },
               "output_tokens": 7024, "total_tokens": 7050 }
  }]}'`;
}

function pythonSnippet({ origin, apiKey }: SnippetPlace): string {
  return `import time, uuid
from datetime import datetime, timezone

import openai, requests

client = openai.OpenAI()


def generate(prompt, *, workflow="landing-heroes", stage="prototype", **options):
    request = {"model": "gpt-image-2", "size": "1024x1024", "quality": "high", "n": 1, **options}
    call = {"id": str(uuid.uuid4()), "occurredAt": datetime.now(timezone.utc).isoformat(),
            "provider": "openai", "workflow": workflow, "stage": stage,
            **{key: request[key] for key in ("model", "size", "quality", "n")}}
    started = time.monotonic()
    try:
        response = client.images.generate(prompt=prompt, **request)
        call |= {"outcome": "succeeded", "httpStatus": 200, "imagesReturned": len(response.data),
                 "returnedSize": response.size, "returnedQuality": response.quality,
                 "usage": response.usage.to_dict() if response.usage else None}
        return response
    except openai.APITimeoutError:
        call |= {"outcome": "timed_out"}
        raise
    except openai.APIStatusError as error:
        call |= {"outcome": "failed", "httpStatus": error.status_code, "errorCode": error.code}
        raise
    finally:
        call["latencyMs"] = round((time.monotonic() - started) * 1000)
        requests.post("${origin}/api/v1/calls", json={"calls": [call]},
                      headers={"Authorization": "Bearer ${apiKey}"}, timeout=10)


generate("A futuristic city skyline at dusk with neon reflections on rain-slicked streets")`;
}

function typescriptSnippet({ origin, apiKey }: SnippetPlace): string {
  return `import OpenAI from "openai";

const openai = new OpenAI();

export async function generate(prompt: string, workflow = "landing-heroes", stage = "prototype") {
  const request = { model: "gpt-image-2", size: "1024x1024", quality: "high", n: 1 } as const;
  const startedAt = new Date();
  let result: object = { outcome: "unknown" };
  try {
    const response = await openai.images.generate({ ...request, prompt });
    result = {
      outcome: "succeeded",
      httpStatus: 200,
      imagesReturned: response.data?.length,
      returnedSize: response.size,
      returnedQuality: response.quality,
      usage: response.usage,
    };
    return response;
  } catch (error) {
    if (error instanceof OpenAI.APIConnectionTimeoutError) result = { outcome: "timed_out" };
    else if (error instanceof OpenAI.APIError) {
      result = { outcome: "failed", httpStatus: error.status, errorCode: error.code };
    }
    throw error;
  } finally {
    const latencyMs = Date.now() - startedAt.getTime();
    const occurredAt = startedAt.toISOString();
    const call = { id: crypto.randomUUID(), occurredAt, provider: "openai", workflow, stage, ...request, ...result, latencyMs };
    await fetch("${origin}/api/v1/calls", {
      method: "POST",
      headers: { Authorization: "Bearer ${apiKey}", "Content-Type": "application/json" },
      body: JSON.stringify({ calls: [call] }),
    }).catch(console.error);
  }
}

await generate("A futuristic city skyline at dusk with neon reflections on rain-slicked streets");`;
}
