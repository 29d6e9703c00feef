import { verify } from "@node-rs/argon2";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createUser, type TestUser } from "@/lib/server/testing/api-client";
import { useTestDatabase } from "@/lib/server/testing/use-test-database";
import { signInLocally } from "./local-sign-in";
import { hashPassword } from "./password";
import { verifyCredentials } from "./verify-credentials";

useTestDatabase();
vi.mock("@node-rs/argon2", { spy: true });

const password = "correct horse battery";
let user: TestUser;

beforeAll(async () => {
  user = await createUser(await hashPassword(password));
});

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

test("passwords are kept as argon2id with the parameters that OWASP asks for", async () => {
  expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("the right pair is let in, whatever the case of the e-mail", async () => {
  const found = { id: user.id, name: user.name, email: user.email };
  expect(await verifyCredentials({ email: user.email, password })).toEqual(found);
  expect(await verifyCredentials({ email: user.email.toUpperCase(), password, csrfToken: "x" })).toEqual(
    found,
  );
});

test.each([
  ["a wrong password", () => ({ email: user.email, password: "Correct horse battery" })],
  ["an unknown e-mail", () => ({ email: "nobody@example.com", password })],
  ["no password", () => ({ email: user.email })],
  ["objects instead of text", () => ({ email: { contains: "@" }, password: ["x"] })],
  ["nothing", () => undefined],
])("%s is not", async (_name, input) => {
  expect(await verifyCredentials(input())).toBeNull();
});

test("an account without a password cannot be entered with one", async () => {
  const local = await signInLocally();
  const passwordless = await createUser();
  expect(await verifyCredentials({ email: local.email, password: "" })).toBeNull();
  expect(await verifyCredentials({ email: passwordless.email, password: "" })).toBeNull();
});

test("an unknown e-mail costs as much work as a known one", async () => {
  vi.mocked(verify).mockClear();
  await verifyCredentials({ email: "nobody@example.com", password });
  await verifyCredentials({ email: user.email, password });
  const costs = vi.mocked(verify).mock.calls.map(([hash]) => /m=\d+,t=\d+,p=\d+/.exec(String(hash))?.[0]);
  expect(costs).toEqual(["m=19456,t=2,p=1", "m=19456,t=2,p=1"]);
});
