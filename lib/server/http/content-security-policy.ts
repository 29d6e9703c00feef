import "server-only";

/** The one style element that the notifications package adds by itself; its test recomputes the hash. */
export const SONNER_STYLE_HASH = "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=";

/** The package appends its style element empty and fills it afterwards; an empty one can do nothing. */
export const EMPTY_STYLE_HASH = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/**
 * What a page may load and run: scripts that carry this response's nonce and what those load, nothing inline, nothing
 * from elsewhere, in nobody's frame. Style attributes stay allowed, because charts and menus place themselves by them.
 */
export function contentSecurityPolicy(nonce: string, { isDevelopment }: { isDevelopment: boolean }): string {
  const directives = {
    "default-src": "'self'",
    // The development server evaluates code and connects by WebSocket; neither is there in production.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment
      ? "'self' 'unsafe-inline'"
      : `'self' 'nonce-${nonce}' '${EMPTY_STYLE_HASH}' '${SONNER_STYLE_HASH}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": isDevelopment ? "'self' ws: wss:" : "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
