import { afterAll, beforeAll } from "vitest";
import { type FakeSource, SourceServer } from "./source-server";

/** A source on this machine that answers as a test says. */
export function useFakeSource(): FakeSource {
  const source = new SourceServer();
  beforeAll(() => source.open());
  afterAll(() => source.close());
  return source;
}
