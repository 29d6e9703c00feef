export interface FirstCall {
  origin: string;
  apiKey: string;
  occurredAt: string;
}

/** The shell command that logs one call of gpt-image-2 with the usage that the provider returned. */
export function callApiSnippet({ origin, apiKey, occurredAt }: FirstCall): string {
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
