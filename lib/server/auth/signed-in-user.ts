import "server-only";

/** A person whose session is good at this moment. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  sessionId: string;
}
