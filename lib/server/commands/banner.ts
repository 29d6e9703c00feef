import type { Environment } from "@/lib/server/env";

/** What a person needs to know once it runs. */
export function banner(environment: Environment, database: string): string {
  const { publicOrigin, allowsLocalSignIn } = environment;
  const signIn = allowsLocalSignIn
    ? "open the address and choose “Open the sample workspace”; no account is needed"
    : "open the address; the first visitor sets up the owner's account";
  return `
  Pixelcast runs at ${publicOrigin}

  Sign in   ${signIn}
  Data      ${database}
  Stop      Ctrl-C
`;
}
