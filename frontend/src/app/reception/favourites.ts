import { DOCUMENT, Injectable, inject } from '@angular/core';
import * as z from 'zod';

const PREFIX = 'motcua-procedures/';
const SHOWN = 9;
const countsSchema = z.record(z.string(), z.int());

type Counts = Readonly<Record<string, number>>;

/**
 * The procedures on the number keys: what this person receives most, then what the office does.
 */
export const ranked = (own: Counts, office: readonly string[]): readonly string[] => {
  const mine = Object.entries(own)
    .toSorted(([, one], [, other]) => other - one)
    .map(([code]) => code);
  const ofOffice = new Map<string, number>();
  for (const code of office) ofOffice.set(code, (ofOffice.get(code) ?? 0) + 1);
  const theirs = [...ofOffice].toSorted(([, one], [, other]) => other - one).map(([code]) => code);
  return [...new Set([...mine, ...theirs])].slice(0, SHOWN);
};

/** Counted on this computer, each person their own; codes of procedures say nothing about applicants. */
@Injectable({ providedIn: 'root' })
export class Favourites {
  readonly #storage = inject(DOCUMENT).defaultView?.localStorage;

  of(userId: string): Counts {
    const text = this.#storage?.getItem(PREFIX + userId) ?? '{}';
    const read = z.preprocess((kept) => JSON.parse(String(kept)) as unknown, countsSchema);
    return read.safeParse(text).data ?? {};
  }

  count(userId: string, code: string): void {
    const counts = this.of(userId);
    const next = { ...counts, [code]: (counts[code] ?? 0) + 1 };
    this.#storage?.setItem(PREFIX + userId, JSON.stringify(next));
  }
}
