/** Set in the browser, read by the front page on the server. */
export const LAST_WORKSPACE_COOKIE = "pixelcast.workspace";
