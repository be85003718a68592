import { Inject, Injectable } from '@nestjs/common';
import { PRINTED_LATE, type PrintedLate } from '#contract/reports';
import type { LateStretch } from '#domain/report';
import { formatInstant } from '#domain/working-time';
import { stateWording } from '#wording';
import { reportWords } from '#wording/reports';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { Frame } from '../engine/frame.ts';
import type { Heard } from '../report-answer.ts';
import { minutesOf } from '../steps/life-reader.service.ts';
import { LateNameBook, type LateNames } from './late-names.service.ts';
import { LateService, type FoundLate, type ToldLate } from './late.service.ts';

type PrintedItem = PrintedLate['items'][number];
type Hand = PrintedItem['held'][number];

/** The late of a report with the codes people know them by. */
interface FoundPrinted extends FoundLate {
  readonly codes: ReadonlyMap<string, string>;
}

interface Asked {
  readonly actor: RequestActor;
  readonly frame: Frame;
  readonly heard: Heard;
}

const CODES = `select id, coalesce(official_code, code) as code from dossier
  where unit_id = any($1) and id = any($2::uuid[])`;

/** *Danh sách hồ sơ quá hạn* behind a report: always in Vietnamese, and without people's names. */
@Injectable()
export class PrintedLates {
  readonly #late: LateService;
  readonly #names: LateNameBook;

  constructor(@Inject(LateService) late: LateService, @Inject(LateNameBook) names: LateNameBook) {
    this.#late = late;
    this.#names = names;
  }

  /** Asked of the snapshot the figures of the report are made of. */
  async find(transaction: Transaction, frame: Frame): Promise<FoundPrinted> {
    const found = await this.#late.find(transaction, frame, PRINTED_LATE);
    const values = [frame.units.map(({ id }) => id), found.known.map(({ dossier }) => dossier.id)];
    const rows = await transaction.query<{ readonly id: string; readonly code: string }>(
      CODES,
      values,
    );
    return { ...found, codes: new Map(rows.map(({ id, code }) => [id, code])) };
  }

  async print(asked: Asked, { counts, known, codes }: FoundPrinted): Promise<PrintedLate> {
    const { frame, heard } = asked;
    const told = await this.#late.tell(frame, heard, known.slice(0, PRINTED_LATE));
    const keys = told.map(({ responsible }) => responsible);
    const names = await this.#names.of({ ...asked, language: 'vi' }, keys);
    return {
      count: counts.resolvedLate + counts.pendingLate,
      items: told
        .toSorted((one, other) => one.tale.dueAt - other.tale.dueAt)
        .map((each) => printedOf(each, codes.get(each.dossier.id) ?? '', names)),
    };
  }
}

const printedOf = (
  { tale, field, responsible }: ToldLate,
  code: string,
  names: LateNames,
): PrintedItem => ({
  ...{ code, field, column: tale.column },
  ...{ heldTo: formatInstant(tale.dueAt), until: formatInstant(tale.until) },
  lateMinutes: minutesOf(tale.workedLate),
  responsible: names.responsible(responsible),
  held: handsOf(tale.stretches.map((stretch) => handOf(stretch, names))),
});

const IN_HAND: readonly LateStretch['state'][] = ['received', 'processing', 'resultReady'];

/** Where it lay; of what was paused, what was waited for: that was in nobody's hands. */
function handOf({ holder, state, worked, workedLate }: LateStretch, names: LateNames): Hand {
  return {
    by: IN_HAND.includes(state) ? placeOf(holder, names) : stateWording.vi[state].title,
    ...{ minutes: minutesOf(worked), lateMinutes: minutesOf(workedLate) },
  };
}

const placeOf = (holder: LateStretch['holder'], names: LateNames): string =>
  names.department(holder?.departmentCode)?.label ?? holder?.agency ?? reportWords.vi.nobody;

/** One line for each place it lay at, step after step there as one. */
function handsOf(hands: readonly Hand[]): readonly Hand[] {
  const places: Hand[] = [];
  for (const hand of hands) {
    const last = places.at(-1);
    if (last?.by !== hand.by) places.push(hand);
    else {
      places[places.length - 1] = {
        ...last,
        minutes: last.minutes + hand.minutes,
        lateMinutes: last.lateMinutes + hand.lateMinutes,
      };
    }
  }
  return places;
}
