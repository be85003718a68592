import type { Course, Taken, Turn } from '#domain/report';
import { instant, type Instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { countableSql, placesOf, type Frame } from '../engine/frame.ts';
import { Values } from '../engine/values.ts';
import type { Candidate } from './candidates.ts';

type ToldTurn = readonly [Turn['type'], stepKey: string | null, nextStepKey: string | null];

/** Plain dossiers that live by one procedure and took the same turns. */
export interface Heap extends Pick<Course, 'isFromSource'> {
  readonly procedure: { readonly code: string; readonly version: number };
  readonly turns: readonly ToldTurn[];
  /** Of each: its id, when it is due, the first act here, and the moments of its turns; one after the other. */
  readonly members: string;
}

const DUE_MS = '(extract(epoch from dossier.due_at) * 1000)::bigint';

// One text for each heap: a quarter of a million rows would take longer to send and to take apart than to find.
const MEMBERS = `string_agg('"' || dossier.id || '",' || coalesce(${DUE_MS}::text, 'null') || ','
  || coalesce(first_here_ms::text, 'null') || ',' || array_to_string(at_ms, ','), ',')`;

/** The one unit of a frame, by its number: of a list the planner cannot know how few it leaves. */
const inUnit = ({ about }: Frame, values: Values): string =>
  `fact.unit_id = ${values.add(about.id)}`;

const besides = (table: string, id: string): string =>
  `${table}.unit_id = fact.unit_id and ${table}.${id} = fact.dossier_id`;

/** The plain dossiers of one commune that a period may count, in heaps. */
export async function heapsIn(transaction: Transaction, frame: Frame): Promise<readonly Heap[]> {
  const values = new Values();
  const countable = countableSql(placesOf(frame, values), 'fact.dossier_id');
  return transaction.query<Heap>(
    `select jsonb_build_object('code', procedure_code, 'version', procedure_version) as procedure,
       turns, is_from_source as "isFromSource", ${MEMBERS} as members
     from (${countable}) as fact
     join dossier_course as course on ${besides('course', 'dossier_id')}
     join dossier on ${besides('dossier', 'id')}
     where ${inUnit(frame, values)}
     group by procedure_code, procedure_version, turns, is_from_source`,
    values.list,
  );
}

/** Of whom the text of a report tells more than their steps: come from elsewhere, with others, or apologised to. */
const TOLD_OF = `or dossier.out_of_area is not null or dossier.bundle is not null
         or exists (select from dossier_event as event where ${besides('event', 'dossier_id')}
           and event.type in ('apologyIssued', 'extended'))`;

/** Whom to read whole although they have a course. */
export interface Besides {
  /** Nobody here knows the rules they live by. */
  readonly these: readonly string[];
  /** A text is made of it. */
  readonly isForText: boolean;
}

/** All others a period may count: those who have no course, being amended or having stood still, and those besides. */
export async function besideHeaps(
  transaction: Transaction,
  frame: Frame,
  { these, isForText }: Besides,
): Promise<readonly Candidate[]> {
  const values = new Values();
  const countable = countableSql(placesOf(frame, values), 'fact.dossier_id');
  return transaction.query<Candidate>(
    `select dossier.id, dossier.version from (${countable}) as fact
     join dossier on ${besides('dossier', 'id')}
     left join dossier_course as course on ${besides('course', 'dossier_id')}
     where ${inUnit(frame, values)}
       and (course.dossier_id is null or dossier.id = any (${values.add(these)}::uuid[])
         ${isForText ? TOLD_OF : ''})
     order by dossier.id`,
    values.list,
  );
}

export const turnsOf = ({ turns }: Heap): readonly Turn[] =>
  turns.map(([type, stepKey, nextStepKey]) => ({
    ...{ type, stepKey: stepKey ?? undefined, nextStepKey: nextStepKey ?? undefined },
  }));

/** A dossier of a heap. */
interface Member extends Taken {
  readonly id: string;
}

/** The dossiers of a heap, in portions. */
export function* portionsOf({ turns, members }: Heap, most: number): Generator<readonly Member[]> {
  const told = JSON.parse(`[${members}]`) as readonly (string | number | null)[];
  const width = turns.length + 3;
  for (let from = 0; from < told.length; from += width * most) {
    const portion: Member[] = [];
    const end = Math.min(told.length, from + width * most);
    for (let place = from; place < end; place += width) portion.push(memberAt(told, place, width));
    yield portion;
  }
}

function memberAt(told: readonly unknown[], place: number, width: number): Member {
  const [dueMs, firstHereMs] = [told[place + 1] as number | null, told[place + 2] as number | null];
  return {
    id: told[place] as string,
    dueAt: momentOf(dueMs),
    firstHereAt: momentOf(firstHereMs),
    at: told.slice(place + 3, place + width) as readonly Instant[],
  };
}

const momentOf = (ms: number | null): Instant | null => (ms === null ? null : instant(ms));
