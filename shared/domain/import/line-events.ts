import { isFinish, type OfficeEvent } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { given, type LineEvent } from './line.ts';

/**
 * How due moments are told: as promises only, so that the reader counts the rest by its own rules as we did; or
 * every one as a promise, where counting anew would not find what was told to the applicant.
 */
export type DuesTold = 'promises' | 'all';

/** Where the reader of the line stands after what was told so far. */
interface Told {
  readonly isUnderway: boolean;
  readonly departmentCode?: string | undefined;
  readonly promise: Instant | undefined;
  readonly extension?: Instant | undefined;
}

/** What is to be told of due moments with an event. */
interface Promised {
  readonly promise?: Instant | undefined;
  /** The current one, where an extension has moved it away from the promise. */
  readonly extension?: Instant | undefined;
}

/** What happened, as another office can take it: no persons, no steps of ours, no counting of ours. */
export function eventsOf(
  events: readonly OfficeEvent[],
  dues: DuesTold,
  promise: Instant | undefined,
): readonly LineEvent[] {
  const lines: LineEvent[] = [];
  let told: Told = { isUnderway: false, promise };
  for (const event of events) {
    const promised = dues === 'promises' ? { promise: declaredIn(event) } : promisedBy(event, told);
    lines.push(...linesOf(event, saidOf(event, told), promised));
    told = { ...after(event, told), ...heard(event, told, promised) };
  }
  return lines;
}

function linesOf(
  event: OfficeEvent,
  said: LineEvent | undefined,
  { promise, extension }: Promised,
): readonly LineEvent[] {
  const at = event.occurredAt;
  const extended: readonly LineEvent[] =
    extension === undefined ? [] : [{ type: 'extended', at, dueAt: extension }];
  const revised: readonly LineEvent[] =
    promise === undefined ? [] : [{ type: 'dueRevised', at, dueAt: promise }];
  if (said === undefined) return [...revised, ...extended];
  // What it is held against is told before the finish: nothing moves a due moment after it.
  if (isFinish(event.type)) return [...revised, ...extended, said];
  return [{ ...said, ...given({ dueAt: promise }) }, ...extended];
}

const declaredIn = ({ type, payload }: OfficeEvent): Instant | undefined => {
  if (type === 'extended') return payload.dueAt;
  return 'declaredDueAt' in payload ? payload.declaredDueAt : undefined;
};

function promisedBy(event: OfficeEvent, told: Told): Promised {
  const { dueAt = null, beforeExtensionAt } = event.due ?? {};
  if (event.type === 'extended' || dueAt === null) return { promise: declaredIn(event) };
  const before = beforeExtensionAt ?? dueAt;
  return before === dueAt ? plainly(dueAt, told) : extendedFrom(before, dueAt, told);
}

/** A promise takes the place of an extension told before it. */
const plainly = (dueAt: Instant, { promise, extension }: Told): Promised =>
  dueAt === promise && extension === undefined ? {} : { promise: dueAt };

const extendedFrom = (before: Instant, dueAt: Instant, { promise, extension }: Told): Promised => {
  if (before !== promise) return { promise: before, extension: dueAt };
  return dueAt === extension ? {} : { extension: dueAt };
};

function heard({ type }: OfficeEvent, told: Told, { promise, extension }: Promised): Promised {
  if (type === 'extended') return { promise: told.promise, extension: promise };
  if (promise === undefined && extension === undefined) {
    return { promise: told.promise, extension: told.extension };
  }
  return { promise: promise ?? told.promise, extension };
}

const MEMBERS = [
  ...(['respondBy', 'publishedAt', 'departmentCode', 'variantKey', 'reasonCode'] as const),
  ...(['basisCode', 'documentNo', 'agency', 'amount', 'method', 'kind'] as const),
] as const satisfies readonly (keyof LineEvent)[];

/** Not told: what it counts with, for which a file has no word; and how our own counting was revised. */
const UNSAID: ReadonlySet<OfficeEvent['type']> = new Set<OfficeEvent['type']>([
  ...(['annulled', 'linked', 'unlinked', 'dueRevised', 'stepReturned'] as const),
]);

/** Our steps are nobody else's: of them only who has it and that somebody has begun. */
function saidOf(event: OfficeEvent, told: Told): LineEvent | undefined {
  const { type, occurredAt: at, payload } = event;
  if (type === 'stepStarted' || type === 'stepCompleted') return begunBy(event, told);
  if (UNSAID.has(type)) return undefined;
  const members = payload as Readonly<Record<string, unknown>>;
  return { type, at, ...given(Object.fromEntries(MEMBERS.map((name) => [name, members[name]]))) };
}

function begunBy(event: OfficeEvent, told: Told): LineEvent | undefined {
  const { departmentCode } = after(event, told);
  if (told.isUnderway && departmentCode === told.departmentCode) return undefined;
  return { type: 'assigned', at: event.occurredAt, ...given({ departmentCode }) };
}

function after({ type, payload }: OfficeEvent, told: Told): Told {
  if (type === 'assigned') {
    return { ...told, isUnderway: true, departmentCode: payload.departmentCode };
  }
  if (type === 'stepStarted') return { ...told, isUnderway: true };
  if (type !== 'stepCompleted') return told;
  const departmentCode = payload.nextDepartmentCode ?? told.departmentCode;
  return { ...told, isUnderway: true, departmentCode };
}
