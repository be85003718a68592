import { Agent, request } from 'node:http';
import { lookupPath, type Lookup } from '#contract/lookup';

export interface Told {
  readonly status: number;
  readonly tookMs: number;
  readonly text: string;
}

/** Strangers at the look-up, each behind an address that the proxy names. */
export class Strangers {
  readonly #port: number;
  readonly #agent: Agent;

  constructor(port: number, connections: number) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask(pair: Lookup, from: string): Promise<Told> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port: this.#port, path: lookupPath, method: 'POST' },
          agent: this.#agent,
          headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('end', () => {
            const text = Buffer.concat(parts).toString();
            const tookMs = performance.now() - began;
            resolve({ status: answer.statusCode ?? 0, tookMs, text });
          });
          answer.once('error', reject);
        },
      );
      asked.once('error', reject);
      asked.end(JSON.stringify(pair));
    });
  }

  leave(): void {
    this.#agent.destroy();
  }
}
