import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

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

/** A source on this machine that answers as it is told, from when it is opened until it is closed. */
export class SourceServer implements FakeSource {
  calls: SourceCall[] = [];
  #port = 0;
  #next: (call: SourceCall, number: number) => SourceAnswer = () => ({ status: 500 });
  readonly #server = createServer((request, response) => {
    void read(request).then((body) => {
      const call = {
        method: request.method ?? "",
        url: new URL(request.url ?? "/", "http://source"),
        authorization: request.headers.authorization,
        body,
      };
      this.calls.push(call);
      send(response, this.#next(call, this.calls.length));
    });
  });

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  answer(next: (call: SourceCall, number: number) => SourceAnswer): void {
    this.calls = [];
    this.#next = next;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
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
