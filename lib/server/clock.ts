import "server-only";

/** The one place where the server asks for the time; everything below takes it as an argument. */
export function currentTime(): Date {
  return new Date();
}
