import { PROBLEM_MEDIA_TYPE, type ProblemCode } from '#contract/problem';
import { problemWording } from '#wording';
import { problemOf } from '../problem/problem.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { problemStatus } from '../problem/status.ts';
import type { Json } from './json-schemas.ts';
import type { Operation } from './operation.ts';
import { problemCodesOf } from './problem-codes.ts';

const EXAMPLE = {
  language: 'vi',
  instance: '/api/v1/dossiers/0197c5a0-7d1e-7000-8000-000000000001',
  requestId: '7d0c6a1e-3b52-4c8e-9f41-2f6f0c9b1a10',
} as const;

const answerOf = (codes: readonly ProblemCode[]): Json => ({
  description: codes.map((code) => `\`${code}\` ${problemWording.vi[code].title}`).join(' · '),
  content: {
    [PROBLEM_MEDIA_TYPE]: {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(
        codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
      ),
    },
  },
});

/** How routes refuse, by status; the same reasons under the same status are one answer. */
export class Refusals {
  readonly #names = new Map<string, string>();
  readonly #answers = new Map<string, Json>();
  readonly #codes = new Set<ProblemCode>();

  of(operation: Operation): Json {
    const byStatus = Map.groupBy(problemCodesOf(operation), (code) => problemStatus[code]);
    return Object.fromEntries(
      [...byStatus].map(([status, codes]) => [
        status,
        { $ref: `#/components/responses/${this.#nameOf(status, codes)}` },
      ]),
    );
  }

  get components(): Json {
    return Object.fromEntries(this.#answers);
  }

  /** For each reason the very document that is sent. */
  get examples(): Json {
    const codes = [...this.#codes].toSorted();
    return Object.fromEntries(
      codes.map((code) => [
        code,
        {
          summary: problemWording.vi[code].title,
          value: problemOf(new ProblemError(code), EXAMPLE),
        },
      ]),
    );
  }

  #nameOf(status: number, codes: readonly ProblemCode[]): string {
    const key = codes.toSorted().join();
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const isFirst = (name: string) => !this.#answers.has(name);
    const names = Array.from({ length: this.#answers.size + 1 }, (_none, index) =>
      index === 0 ? `Problem${status}` : `Problem${status}x${index + 1}`,
    );
    const name = names.find(isFirst) ?? key;
    this.#names.set(key, name);
    this.#answers.set(name, answerOf(codes));
    for (const code of codes) this.#codes.add(code);
    return name;
  }
}
