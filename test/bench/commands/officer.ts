import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { CSRF_HEADER } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { hashOf, newToken } from '../../../backend/src/identity/session/token.ts';
import { sessionCookieName } from '../../../backend/src/platform/auth/cookies.ts';
import { csrfTokenOf } from '../../../backend/src/platform/auth/foreign-request.ts';
import { asSuperuser } from '../../support/database-template.ts';

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody at a desk, signed in, over connections that stay open. */
export class Officer {
  readonly #port: number;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #agent: Agent;
  /** For the cookie of a browser that goes on in their place. */
  readonly token: string;

  private constructor(port: number, token: string, connections: number) {
    this.#port = port;
    this.token = token;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.#headers = {
      cookie: `${sessionCookieName('http')}=${token}`,
      [CSRF_HEADER]: csrfTokenOf(token),
      'content-type': 'application/json',
    };
  }

  /** Takes a seat in the unit with these roles. */
  static async seated(
    superuserUrl: string,
    unitId: number,
    roles: readonly Role[],
  ): Promise<(port: number, connections: number) => Officer> {
    const [id, token] = [randomUUID(), newToken()];
    await asSuperuser(superuserUrl, async (client) => {
      await client.query('set search_path = motcua');
      await client.query(
        'insert into office_user (id, username, display_name) values ($1, $2, $2)',
        [id, `bench.${id}`],
      );
      await client.query('insert into membership (unit_id, user_id, roles) values ($1, $2, $3)', [
        unitId,
        id,
        roles,
      ]);
      await client.query(
        `insert into session (token_hash, id, user_id, opened_at, seen_at, expires_at)
         values ($1, $2, $3, now(), now(), now() + interval '12 hours')`,
        [hashOf(token), randomUUID(), id],
      );
    });
    return (port, connections) => new Officer(port, token, connections);
  }

  ask({ method, path, body, headers = {} }: Question): Promise<{ status: number; text: string }> {
    const payload = body === undefined || body instanceof Buffer ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path },
          headers: {
            ...this.#headers,
            ...headers,
            ...(payload !== undefined && { 'content-length': Buffer.byteLength(payload) }),
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
          );
          answer.on('error', reject);
        },
      );
      asked.on('error', reject);
      asked.end(payload);
    });
  }

  leave(): void {
    this.#agent.destroy();
  }
}
