import { afterEach, beforeEach, vi } from "vitest";

// A warning or error that nobody expected is a failure; a test that expects one spies on the method itself.
beforeEach(() => {
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      throw new Error(`Unexpected console.${method}: ${parts.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
});
