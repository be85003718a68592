import {
  asWhoeverMay,
  decide,
  replay,
  type Decision,
  type DossierEvent,
  type DossierRefusal,
  type DossierState,
  type Office,
  type Officer,
} from '#domain/dossier';
import type { Result } from '#domain/kernel';
import { compileCalendar, type Instant, type WorkingCalendar } from '#domain/working-time';
import type { ProblemCode } from '../problem/index.ts';
import { commandBodies, type OfficerCommand } from './commands.ts';
import { domainCommand } from './domain-command.ts';
import type { DossierOffice } from './office.ts';
import { readMoments } from './told-moments.ts';

type Asker = readonly [Officer, ...Officer[]];

/** A dossier and its office, as a screen holds them. */
export interface HeldOffice {
  readonly state: DossierState;
  readonly office: Omit<Office, 'now' | 'actor'>;
  readonly asker: Asker;
}

/** What the server would answer, and the due moment before and after. */
export type Verdict =
  | { readonly kind: 'malformed'; readonly paths: readonly string[] }
  | { readonly kind: 'judged'; readonly result: Result<Decision, DossierRefusal> };

/** Under which code the server refuses: who never may is told no more than that. */
export const answeredCode = (code: DossierRefusal): ProblemCode =>
  code === 'act-not-yours' ? 'not-permitted' : code;

const eventOf = (told: DossierOffice['history'][number]): DossierEvent =>
  // Told by the server from its own events; who did it is told without the roles held then.
  ({
    ...(readMoments(told) as object),
    actor:
      told.actor.kind === 'officer' ? { ...told.actor, roles: [], departments: [] } : told.actor,
  }) as unknown as DossierEvent;

let compiled: WorkingCalendar | undefined;

/** A calendar takes some milliseconds to make ready: the one in use is kept. */
const calendarOf = ({ version, ...definition }: DossierOffice['calendar']): WorkingCalendar => {
  if (compiled?.version !== version) compiled = compileCalendar(definition, version);
  return compiled;
};

/** Undefined for whoever is not given what is needed to decide. */
export const holdOffice = (told: DossierOffice): HeldOffice | undefined => {
  const state = replay(told.history.map(eventOf));
  const [own, ...others] = told.officers.map(
    (officer) => ({ ...officer, kind: 'officer' }) as Officer,
  );
  if (state === null || own === undefined) return undefined;
  return {
    state,
    office: {
      calendar: calendarOf(told.calendar),
      procedure: told.procedure,
      unit: told.unit,
    },
    asker: [own, ...others],
  };
};

/** Decides dry, by the server's own law: nothing is sent and nothing is kept. */
export const judge = (
  held: HeldOffice,
  asked: { readonly type: OfficerCommand; readonly body: unknown },
  now: Instant,
): Verdict => {
  const read = commandBodies[asked.type].safeParse(asked.body);
  if (!read.success) {
    return { kind: 'malformed', paths: read.error.issues.map(({ path }) => path.join('.')) };
  }
  const command = domainCommand(asked.type, read.data, held.office.unit);
  const { answer } = asWhoeverMay(held.asker, (actor) =>
    decide(command, held.state, { ...held.office, now, actor }),
  );
  return { kind: 'judged', result: answer };
};
