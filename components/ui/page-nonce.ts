/**
 * The nonce that this page's content security policy lets style elements carry. Browsers hide it from markup and
 * stylesheets, but scripts of the page may read it from one of their own elements.
 */
export function pageNonce(): string | undefined {
  if (typeof document === "undefined") return undefined;
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
}
