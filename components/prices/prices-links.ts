/** The pages that belong to prices. */
export function priceListsHref(workspace: string): string {
  return `/w/${workspace}/prices/lists`;
}

export function billingRulesHref(workspace: string): string {
  return `/w/${workspace}/settings/billing-rules`;
}

export function modelHref(
  workspace: string,
  { provider, model }: { provider: string; model: string },
): string {
  return `/w/${workspace}/prices/model?${new URLSearchParams({ provider, model }).toString()}`;
}

interface Reach {
  from: string;
  to: string;
  provider: string;
  model: string;
}

/** Where past calls are priced anew; with a reach, of these days and this model only. */
export function repricingHref(workspace: string, reach?: Reach): string {
  const page = `/w/${workspace}/prices/repricing`;
  if (!reach) return page;
  const { from, to, provider, model } = reach;
  return `${page}?${new URLSearchParams({ from, to, provider, model }).toString()}`;
}
