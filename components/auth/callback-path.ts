/** Where to go after signing in: a path of this site, never an address that a link smuggled in. */
export function callbackPath(callbackUrl: string | null | undefined): string {
  if (!callbackUrl?.startsWith("/")) return "/";
  // The browser reads both //host and /\host as another site.
  const base = "https://pixelcast.invalid";
  if (!URL.canParse(callbackUrl, base)) return "/";
  const url = new URL(callbackUrl, base);
  // A path with dots in it may begin with two slashes once they are resolved.
  const isOfThisSite = url.origin === base && !url.pathname.startsWith("//");
  return isOfThisSite ? `${url.pathname}${url.search}${url.hash}` : "/";
}
