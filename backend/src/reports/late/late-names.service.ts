import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '#domain/dossier';
import type { Language } from '#wording';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Frame } from '../engine/frame.ts';
import { RowNameBook } from '../row-names.service.ts';

type Named = { readonly key: string; readonly label: string } | null;

/** What readers call those who held a dossier. */
export interface LateNames {
  responsible(key: string): string;
  department(code: string | undefined): Named;
  officer(unitId: number, userId: string | undefined): Named;
}

interface Asked {
  readonly actor: RequestActor;
  readonly frame: Frame;
  readonly language: Language;
}

/** They count from outside, or configure: whose hands were slow is for the office itself to say. */
const OUTSIDE: readonly Role[] = ['observer', 'admin', 'cityReader'];

/** No blame without a voice: officers are named to the office they sit in, departments to everybody. */
@Injectable()
export class LateNameBook {
  readonly #rows: RowNameBook;

  constructor(@Inject(RowNameBook) rows: RowNameBook) {
    this.#rows = rows;
  }

  async of({ actor, frame, language }: Asked, keys: readonly string[]): Promise<LateNames> {
    const [responsible, officers] = await Promise.all([
      this.#rows.of(frame, 'responsible', { keys, language }),
      this.#rows.of(frame, 'officer', { keys: [], language }),
    ]);
    const inside = new Set(unitsInside(actor));
    const labelIn = ({ labels }: typeof officers, key: string): string => labels?.get(key) ?? key;
    return {
      responsible: (key) => labelIn(responsible, key),
      department: (code) =>
        code === undefined ? null : { key: code, label: labelIn(responsible, code) },
      officer: (unitId, userId) =>
        userId === undefined || !inside.has(unitId)
          ? null
          : { key: userId, label: labelIn(officers, userId) },
    };
  }
}

const unitsInside = ({ kind, units }: RequestActor): readonly number[] =>
  kind === 'key'
    ? []
    : units
        .filter(({ roles }) => roles.some((role) => !OUTSIDE.includes(role)))
        .map(({ id }) => id);
