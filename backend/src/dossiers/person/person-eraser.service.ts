import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { nameWords } from '../store/search-words.ts';

/** What of a dossier is said of persons: who handed it in, and what people wrote. */
export type PersonalPart = 'applicants' | 'words';

interface Ending {
  readonly unitId: number;
  /** Only of dossiers that ended before. */
  readonly before: Instant;
}

// A result nobody has collected is not over: whoever hands it out has to know to whom.
const ENDED = `ended as materialized (
    select id from dossier where unit_id = $1 and finished_at < $2
      and state in ('returned', 'refused', 'stopped', 'withdrawn')
      and coalesce(returned_at, finished_at) < $2
    union all
    select id from dossier where unit_id = $1 and annulled and (select max(recorded_at)
      from dossier_event as event where event.unit_id = $1 and event.dossier_id = dossier.id) < $2
  )`;

// Answers to alerts, reasons for looking at what is masked, what leaders were asked and what was found of a
// difference are words about a dossier too.
const WRITTEN = `written as (
    select dossier_id from dossier_text where unit_id = $1
    union select dossier_id from reveal_reason where unit_id = $1
    union select alert.dossier_id from alert_text join alert on alert.unit_id = alert_text.unit_id
      and alert.id = alert_text.alert_id where alert_text.unit_id = $1 and alert.dossier_id is not null
    union select dossier_id from approval where unit_id = $1 and status <> 'open'
      and (answer is not null or body <> '{}')
    union select finding.dossier_id from reconciliation_explanation as said
      join reconciliation_finding as finding using (unit_id, reconciliation_id, number)
      where said.unit_id = $1 and said.note is not null and finding.dossier_id is not null
  )`;

const DUE: Readonly<Record<PersonalPart, string>> = {
  applicants: `${ENDED}, due as (select dossier_id as id from applicant
    join ended on ended.id = dossier_id where unit_id = $1)`,
  words: `${ENDED}, ${WRITTEN}, due as (select id from written join ended on ended.id = dossier_id)`,
};

const count = (part: PersonalPart): string =>
  `with ${DUE[part]} select count(*)::int as count from due`;

const next = (part: PersonalPart): string =>
  `with ${DUE[part]} select id from due order by id limit $3`;

const ERASE_APPLICANTS = `delete from applicant where unit_id = $1 and dossier_id = any ($2::uuid[])
  returning dossier_id as "dossierId", name`;

const FORGET_NAMES = `delete from search_word as known
  using jsonb_to_recordset($2::text::jsonb) as told ("dossierId" uuid, words jsonb)
  where known.unit_id = $1 and known.dossier_id = told."dossierId" and told.words ? known.word`;

const ERASE_WORDS = [
  'delete from dossier_text where unit_id = $1 and dossier_id = any ($2::uuid[])',
  'delete from reveal_reason where unit_id = $1 and dossier_id = any ($2::uuid[])',
  `delete from alert_text using alert where alert_text.unit_id = $1 and alert.unit_id = $1
     and alert.id = alert_text.alert_id and alert.dossier_id = any ($2::uuid[])`,
  // Which of what was asked are words each command says otherwise; what came of it stands in the events.
  `update approval set body = '{}', answer = null
     where unit_id = $1 and dossier_id = any ($2::uuid[]) and status <> 'open'`,
  `update reconciliation_explanation as said set note = null from reconciliation_finding as finding
     where said.unit_id = $1 and finding.unit_id = $1 and said.note is not null
       and finding.reconciliation_id = said.reconciliation_id and finding.number = said.number
       and finding.dossier_id = any ($2::uuid[])`,
] as const;

/** Takes from dossiers that ended long ago what they say of persons; events, states and figures stay. */
@Injectable()
export class PersonEraser {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Of how many dossiers something would go; nothing is touched. */
  async count(part: PersonalPart, { unitId, before }: Ending): Promise<number> {
    const [row] = await this.#tenancy.ask<{ readonly count: number }>(
      { units: [unitId] },
      count(part),
      [unitId, sqlInstant(before)],
    );
    return row?.count ?? 0;
  }

  /** The next few dossiers, in the order of their ids; how many something was taken from. */
  async erase(
    transaction: Transaction,
    part: PersonalPart,
    { unitId, before, most }: Ending & { readonly most: number },
  ): Promise<number> {
    const due = await transaction.query<{ readonly id: string }>(next(part), [
      ...[unitId, sqlInstant(before), most],
    ]);
    const ids = due.map(({ id }) => id);
    if (ids.length === 0) return 0;
    if (part === 'applicants') await eraseApplicants(transaction, unitId, ids);
    else for (const erase of ERASE_WORDS) await transaction.execute(erase, [unitId, ids]);
    return ids.length;
  }
}

/** What a name was found by goes with the name. */
async function eraseApplicants(
  transaction: Transaction,
  unitId: number,
  ids: readonly string[],
): Promise<void> {
  const gone = await transaction.query<{ readonly dossierId: string; readonly name: string }>(
    ERASE_APPLICANTS,
    [unitId, ids],
  );
  const words = gone.map(({ dossierId, name }) => ({ dossierId, words: nameWords(name) }));
  await transaction.execute(FORGET_NAMES, [unitId, JSON.stringify(words)]);
}
