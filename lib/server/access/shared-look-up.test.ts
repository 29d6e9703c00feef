import { expect, it } from "vitest";
import { SharedLookUp } from "./shared-look-up";

/** Look-ups that end when they are told to; each answers what was true when it began. */
function createWorld() {
  let truth = "first";
  const pending: { key: string; finish: () => void; fail: () => void }[] = [];
  const shared = new SharedLookUp((key: string) => {
    const seen = truth;
    return new Promise<string>((resolve, reject) => {
      pending.push({ key, finish: () => resolve(seen), fail: () => reject(new Error(seen)) });
    });
  });
  return { shared, pending, change: (to: string) => (truth = to) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("answers with what was true after the question, however many ask", async () => {
  const { shared, pending, change } = createWorld();
  const early = shared.ask("key");
  change("second");
  const late = [shared.ask("key"), shared.ask("key"), shared.ask("key")];
  expect(pending).toHaveLength(1);
  pending[0]?.finish();
  expect(await early).toBe("first");
  await turn();
  expect(pending).toHaveLength(2);
  change("third");
  const latest = shared.ask("key");
  pending[1]?.finish();
  expect(await Promise.all(late)).toEqual(["second", "second", "second"]);
  await turn();
  pending[2]?.finish();
  expect(await latest).toBe("third");
  expect(pending).toHaveLength(3);
});

it("begins at once for somebody who asks alone, again and again", async () => {
  const { shared, pending } = createWorld();
  for (const count of [1, 2, 3]) {
    const answer = shared.ask("key");
    expect(pending).toHaveLength(count);
    pending[count - 1]?.finish();
    expect(await answer).toBe("first");
    await turn();
  }
});

it("keeps what is asked apart", () => {
  const { shared, pending } = createWorld();
  void shared.ask("one");
  void shared.ask("other");
  expect(pending.map(({ key }) => key)).toEqual(["one", "other"]);
});

it("looks up again for those who wait behind one that fails", async () => {
  const { shared, pending } = createWorld();
  const failing = shared.ask("key");
  const waiting = shared.ask("key");
  pending[0]?.fail();
  await expect(failing).rejects.toThrow("first");
  await turn();
  pending[1]?.finish();
  expect(await waiting).toBe("first");
});
