import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export interface SourceCall {
  method: string;
  url: URL;
  authorization: string | undefined;
  body: string;
}

/** What the source answers: a page, a status with headers, text that is no JSON, or a connection that is cut. */
export type SourceAnswer =
  { page: unknown } | { status: number; headers?: Record<string, string> } | { text: string } | { cut: true };

export interface FakeSource {
  readonly url: string;
  /** Everything that was asked since the last time it was told what to answer. */
  readonly calls: readonly SourceCall[];
  answer: (next: (call: SourceCall, number: number) => SourceAnswer) => void;
}

/** A source on this machine that answers as a test says. */
export function useFakeSource(): FakeSource {
  let port = 0;
  let calls: SourceCall[] = [];
  let next: (call: SourceCall, number: number) => SourceAnswer = () => ({ status: 500 });
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const call = {
        method: request.method ?? "",
        url: new URL(request.url ?? "/", "http://source"),
        authorization: request.headers.authorization,
        body,
      };
      calls.push(call);
      send(response, next(call, calls.length));
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    get calls() {
      return calls;
    },
    answer(then) {
      calls = [];
      next = then;
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

function send(response: ServerResponse, answer: SourceAnswer): void {
  if ("cut" in answer) {
    // Half an answer, and then nothing more.
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"data":[');
    response.flushHeaders();
    setImmediate(() => response.destroy());
  } else if ("status" in answer) {
    response.writeHead(answer.status, answer.headers).end("{}");
  } else {
    response.writeHead(200, { "content-type": "application/json" });
    response.end("page" in answer ? JSON.stringify(answer.page) : answer.text);
  }
}
