import type { SourceAnswer, SourceCall } from "./source-server";

const second = (iso: string) => Date.parse(iso) / 1000;

interface Day {
  images: number;
  /** By line item. */
  costs: Record<string, number>;
}

/** An organization with one hour of usage at noon of each day; both feeds answer one day a page. */
export function organization(days: Record<string, Day>): (call: SourceCall) => SourceAnswer {
  return ({ url }) => {
    const isUsage = url.pathname === "/v1/organization/usage/images";
    const from = Number(url.searchParams.get("page") ?? url.searchParams.get("start_time"));
    const end = Number(url.searchParams.get("end_time"));
    const day = new Date(from * 1000).toISOString().slice(0, 10);
    const { images, costs } = days[day] ?? { images: 0, costs: {} };
    const noon = second(`${day}T12:00:00Z`);
    const bucket = isUsage
      ? {
          start_time: noon,
          end_time: noon + 3600,
          results: images === 0 ? [] : [{ images, num_model_requests: images, model: "gpt-image-2" }],
        }
      : {
          start_time: from,
          end_time: from + 86_400,
          results: Object.entries(costs).map(([line_item, value]) => ({
            object: "organization.costs.result",
            amount: { value, currency: "usd" },
            line_item,
          })),
        };
    const next = from + 86_400;
    return { page: { data: [bucket], has_more: next < end, next_page: next < end ? String(next) : null } };
  };
}
