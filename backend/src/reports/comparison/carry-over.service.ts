import { Inject, Injectable } from '@nestjs/common';
import type { CarryOver } from '#contract/reports';
import { checkCarryOver, type Members } from '#domain/report';
import { formatDay, plusDays } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Frame } from '../engine/frame.ts';
import type { ProfileHeap } from '../engine/heap.ts';
import { HeapReader } from '../engine/heap-reader.service.ts';
import { Vault } from '../issue/vault.ts';

const GRAIN = { by: 'field', grain: 'passage' } as const;

/** More dossiers than any commune carries over; its list is read whole. */
const ALL = 1_000_000;

/** The one sealed last, of those that end with the day. */
const ISSUED = `select issue.id from report_frozen as frozen
  join report_issue as issue on issue.unit_id = frozen.unit_id and issue.id = frozen.issue_id
  where frozen.unit_id = $1 and periods -> 'main' ->> 'to' = $2 order by frozen.link desc limit 1`;

type Wanted = (passage: ProfileHeap['profile']['passage']) => boolean;

const isCarriedOver: Wanted = ({ entry }) => entry === 'carriedOver';
const isPending: Wanted = ({ exit }) => exit.startsWith('pending');

/** Who was carried over, and who was open at the end of the period before, as both are known. */
export interface Carried {
  readonly now: Members;
  readonly before: Members;
}

/** *(13) của kỳ trước = (6) của kỳ này*: against the report that was issued, where there is one. */
@Injectable()
export class CarryOverBook {
  readonly #tenancy: Tenancy;
  readonly #heaps: HeapReader;
  readonly #vault: Vault;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(HeapReader) heaps: HeapReader,
    @Inject(Vault) vault: Vault,
  ) {
    this.#tenancy = tenancy;
    this.#heaps = heaps;
    this.#vault = vault;
  }

  /** In the snapshot in which the figures are counted. */
  async read(transaction: Transaction, frame: Frame): Promise<Carried> {
    const day = plusDays(frame.period.from, -1);
    const dayBefore = { ...frame, period: { from: day, to: day } };
    return {
      now: await this.#members(transaction, frame, isCarriedOver),
      before: await this.#members(transaction, dayBefore, isPending),
    };
  }

  async #members(transaction: Transaction, frame: Frame, isWanted: Wanted): Promise<Members> {
    const all = await this.#heaps.heaps(transaction, frame, GRAIN);
    const heaps = all.filter(({ profile }) => isWanted(profile.passage));
    const chosen = { ...GRAIN, heaps };
    const found = await this.#heaps.members(transaction, frame, chosen, { limit: ALL });
    return found.map(({ id }) => id);
  }

  async tell({ about, period }: Frame, { now, before }: Carried): Promise<CarryOver> {
    const lastDay = formatDay(plusDays(period.from, -1));
    const issueId = await this.#issued(about.id, lastDay);
    const then = issueId === null ? before : await this.#frozen(about.id, issueId);
    const { missing, added, ...check } = checkCarryOver(then, now);
    const codes = await this.#codes(about.id, [...missing, ...added]);
    const named = (ids: Members) => ids.map((id) => ({ id, code: codes.get(id) ?? id }));
    return {
      ...check,
      ...{ against: issueId === null ? 'live' : 'issued', issueId },
      ...{ missing: named(missing), added: named(added) },
    };
  }

  async #issued(unitId: number, lastDay: string): Promise<string | null> {
    const [row] = await this.#tenancy.ask<{ readonly id: string }>({ units: [unitId] }, ISSUED, [
      ...[unitId, lastDay],
    ]);
    return row?.id ?? null;
  }

  async #frozen(unitId: number, id: string): Promise<Members> {
    const heaps = await this.#vault.heaps({ unitId, id }, 'main', 'ii06b');
    return heaps
      .filter(({ columns }) => columns.includes('pending'))
      .flatMap(({ members }) => members);
  }

  async #codes(unitId: number, ids: Members): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#tenancy.ask<{ readonly id: string; readonly code: string }>(
      { units: [unitId] },
      `select id, coalesce(official_code, code) as code from dossier
       where unit_id = $1 and id = any($2::uuid[])`,
      [unitId, ids],
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }
}
