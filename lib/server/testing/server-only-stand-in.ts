// The real `server-only` package throws outside a server bundle, so tests resolve it to this empty module.
export {};
