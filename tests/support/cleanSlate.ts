import { afterAll, afterEach, vi } from "vitest";

// The files of a worker share their modules, which are many; nothing that a test put in place may outlive it.

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
