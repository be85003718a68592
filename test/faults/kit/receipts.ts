import { randomUUID } from 'node:crypto';
import type { CreatedDossier } from '#contract/dossiers';
import { aReceipt } from '../../support/dossiers-app.ts';
import type { Answer, Clerk } from './clerk.ts';

/** What an officer was told is received. */
export interface Received {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

/** Receives so many dossiers one after the other, each asked for until it is known to be received. */
export async function receiveMany(clerk: Clerk, count: number): Promise<readonly Received[]> {
  const received: Received[] = [];
  for (let done = 0; done < count; done += 1) {
    const answer: Answer<CreatedDossier> = await clerk.ask<CreatedDossier>({
      path: '/api/v1/dossiers',
      body: aReceipt(),
      key: randomUUID(),
    });
    if (answer.status !== 201) throw new Error(`receipt: ${JSON.stringify(answer)}`);
    const { id, code, version } = answer.body;
    received.push({ id, code, version });
  }
  return received;
}

/** The numbers of a day's codes, in order. */
export const numbersOf = (received: readonly Received[]): readonly number[] =>
  received.map(({ code }) => Number(code.split('-').at(-1))).toSorted((one, other) => one - other);

/** From one on, without a hole. */
export const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);
