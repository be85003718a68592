import type { Channel, EventPayloads, OfficeEventType, Telling } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { faultOf, isCountable, type TellingFault } from './check-tellings.ts';
import { read, wrong, type Reading, type RowFault } from './fault.ts';
import type { Mark, ToldApplicant, ToldDossier, ToldFacts, ToldProcedure } from './told-dossier.ts';

/** What a line may say of an event besides its type and moment. */
export interface LineEvent {
  readonly type: string;
  readonly at: Instant;
  readonly dueAt?: Instant;
  readonly respondBy?: Instant;
  readonly publishedAt?: Instant;
  readonly departmentCode?: string;
  readonly variantKey?: string;
  readonly reasonCode?: string;
  readonly basisCode?: string;
  readonly documentNo?: string;
  readonly agency?: string;
  readonly amount?: number;
  readonly method?: string;
  readonly kind?: string;
}

/** A line of `dossiers-ndjson`: one dossier with its whole history. */
export interface DossierLine extends ToldFacts {
  readonly externalCode: string;
  readonly officialCode?: string;
  /** Of the unit that wrote the file: there its line is a copy, and says nothing new. */
  readonly ownCode?: string;
  readonly source?: string;
  readonly sourceStatus?: string;
  readonly procedureCode: string;
  readonly procedureName?: string;
  readonly field?: string;
  readonly authority?: ToldProcedure['authority'];
  readonly onlineLevel?: ToldProcedure['onlineLevel'];
  readonly channel: Channel;
  readonly applicant?: ToldApplicant;
  readonly dueAt?: Instant;
  readonly events: readonly LineEvent[];
}

/** What every reading needs of its surroundings. */
export interface ReadingOffice {
  readonly now: Instant;
  /** The source whose codes are official, and which is meant where none is named. */
  readonly citySource: string;
  readonly defaultSource: string;
  /** Whether handing papers in ends the wait in this unit. */
  readonly endsWait: boolean;
}

/** What a source did not say why: a code of ours, so that nobody takes it for the source's. */
export const UNTOLD = 'told-by-source';

type Payload<Type extends OfficeEventType> = Omit<EventPayloads[Type], 'intake'>;
interface Missing {
  readonly missing: keyof LineEvent;
}
type PayloadOf<Type extends OfficeEventType> = (
  said: LineEvent,
  office: ReadingOffice,
) => Payload<Type> | Missing | 'not-told';

const nothing = () => ({});
const declared = ({ dueAt }: LineEvent) => (dueAt === undefined ? {} : { declaredDueAt: dueAt });
const amountOf = ({ amount }: LineEvent) => ({ amount: amount ?? 0 });
/** Money whose way nobody told is not counted as paid online. */
const moneyOf = (said: LineEvent) => ({
  ...amountOf(said),
  method: said.method ?? 'cash',
});
const assigned = ({ departmentCode }: LineEvent) =>
  departmentCode === undefined ? {} : { departmentCode };

/** What each event says when a source tells it. Their steps are not ours: they only say that somebody has begun. */
const PAYLOADS: { readonly [Type in OfficeEventType]: PayloadOf<Type> } = {
  submitted: nothing,
  received: declared,
  refused: ({ reasonCode }) => ({ reasonCode: reasonCode ?? UNTOLD }),
  annulled: nothing,
  linked: () => 'not-told',
  unlinked: () => 'not-told',
  dueRevised: ({ dueAt }) =>
    dueAt === undefined ? { missing: 'dueAt' } : { cause: 'source', declaredDueAt: dueAt },
  termAgreed: ({ variantKey }) =>
    variantKey === undefined ? { missing: 'variantKey' } : { variantKey },
  assigned,
  stepStarted: () => 'not-told',
  stepCompleted: () => 'not-told',
  stepReturned: () => 'not-told',
  supplementProposed: nothing,
  supplementRequested: ({ respondBy }) => (respondBy === undefined ? {} : { respondBy }),
  supplementSubmitted: (said, { endsWait }) => ({ endsWait, ...declared(said) }),
  supplementReceived: declared,
  supplementExpired: nothing,
  paymentRequested: amountOf,
  paymentReceived: (said) => ({ ...moneyOf(said), ...declared(said) }),
  held: ({ basisCode }) => ({ basisCode: basisCode ?? UNTOLD }),
  resumed: declared,
  extended: ({ dueAt }) => (dueAt === undefined ? { missing: 'dueAt' } : { dueAt }),
  resultIssued: ({ documentNo }) => (documentNo === undefined ? {} : { documentNo }),
  returned: ({ method }) => ({ method: method ?? UNTOLD }),
  withdrawn: nothing,
  stopped: ({ reasonCode }) => ({ reasonCode: reasonCode ?? UNTOLD }),
  noteAdded: nothing,
  difficultyNoted: ({ kind }) => (kind === undefined ? { missing: 'kind' } : { kind }),
  componentsDigitised: nothing,
  resultDigitised: nothing,
  electronicResultIssued: nothing,
  archivedToStore: nothing,
  dataReused: nothing,
  feeCharged: amountOf,
  feePaid: moneyOf,
  sentToAgency: ({ agency }) => ({ agency: agency ?? UNTOLD }),
  backFromAgency: nothing,
  apologyIssued: ({ documentNo, publishedAt }) => ({
    ...(documentNo !== undefined && { documentNo }),
    ...(publishedAt !== undefined && { publishedAt }),
  }),
};

/** Events whose payload carries the promise made with them; with any other it is told just before. */
const PROMISING: ReadonlySet<string> = new Set([
  ...['received', 'dueRevised', 'supplementSubmitted', 'supplementReceived'],
  ...['paymentReceived', 'resumed', 'extended'],
]);

const STEPS: ReadonlySet<string> = new Set(['stepStarted', 'stepCompleted', 'stepReturned']);

interface Placed {
  readonly event: LineEvent;
  /** Where it stands in the line. */
  readonly index: number;
}

/** The dossier a line tells, or what is wrong with the line. */
export function readLine(line: DossierLine, office: ReadingOffice): Reading<ToldDossier> {
  const placed = line.events
    .map((event, index): Placed => ({ event, index }))
    .toSorted((a, b) => a.event.at - b.event.at);
  const told = placed.map((each, order) => tellingsOf(each, order === 0, office));
  const faults = told.flatMap((each) => ('fault' in each ? [each.fault] : []));
  if (faults.length > 0) return wrong(...faults);
  const tellings = told.flatMap((each) => ('tellings' in each ? each.tellings : []));
  if (line.dueAt !== undefined && !isCountable(line.dueAt)) {
    return wrong({ column: 'dueAt', code: 'out-of-range' });
  }
  const fault = faultOf(tellings, office.now);
  if (fault !== undefined) return wrong(located(fault, tellings, placed));
  return read(dossierOf(line, tellings, placed, office));
}

type Told = { readonly tellings: readonly Telling[] } | { readonly fault: RowFault };

function tellingsOf({ event, index }: Placed, isFirst: boolean, office: ReadingOffice): Told {
  const column = `events[${index}]`;
  const type = STEPS.has(event.type) ? 'assigned' : event.type;
  if (!isOfficeEvent(type)) return { fault: notTold(column, event.type) };
  const payload = (PAYLOADS[type] as PayloadOf<OfficeEventType>)(event, office);
  if (payload === 'not-told') return { fault: notTold(column, type) };
  if ('missing' in payload) {
    return { fault: { column: `${column}.${payload.missing}`, code: 'required' } };
  }
  const telling = { type, at: event.at, payload } as Telling;
  const promised = isFirst || PROMISING.has(type) ? undefined : event.dueAt;
  return { tellings: [...promiseBefore(event.at, promised), telling] };
}

/** A promise made with an event that has no place for one holds from that event on, and for it. */
const promiseBefore = (at: Instant, declaredDueAt: Instant | undefined): readonly Telling[] =>
  declaredDueAt === undefined
    ? []
    : [{ type: 'dueRevised', at, payload: { cause: 'source', declaredDueAt } }];

const isOfficeEvent = (type: string): type is OfficeEventType => Object.hasOwn(PAYLOADS, type);

const AMENDING: ReadonlySet<string> = new Set(['voided', 'corrected', 'linked', 'unlinked']);

const notTold = (column: string, type: string): RowFault => ({
  column: `${column}.type`,
  code: AMENDING.has(type) ? 'not-told-by-source' : 'unknown-value',
  value: type,
});

function located(
  { index, code }: TellingFault,
  tellings: readonly Telling[],
  placed: readonly Placed[],
): RowFault {
  const telling = index === undefined ? undefined : tellings[index];
  const where = placed.find(({ event }) => event.at === telling?.at && event.type === telling.type);
  return { column: where === undefined ? 'events' : `events[${where.index}]`, code };
}

function dossierOf(
  line: DossierLine,
  tellings: readonly Telling[],
  [first]: readonly Placed[],
  { citySource, defaultSource }: ReadingOffice,
): ToldDossier {
  const source = line.source ?? defaultSource;
  const officialCode = line.officialCode ?? (source === citySource ? line.externalCode : undefined);
  const declaredDueAt =
    first?.event.type === 'received' ? line.dueAt : (first?.event.dueAt ?? line.dueAt);
  return {
    source,
    externalCode: line.externalCode,
    ...given({ officialCode, sourceStatus: line.sourceStatus, declaredDueAt }),
    procedure: procedureOf(line),
    channel: line.channel,
    ...given({ applicant: line.applicant, ownCode: line.ownCode }),
    facts: factsOf(line),
    tellings,
    tells: 'all',
    marks: marksOf(line),
  };
}

const procedureOf = (line: DossierLine): ToldProcedure => ({
  code: line.procedureCode,
  ...given({
    name: line.procedureName,
    field: line.field,
    authority: line.authority,
    onlineLevel: line.onlineLevel,
  }),
});

const factsOf = (line: DossierLine): ToldFacts =>
  given({
    variantKey: line.variantKey,
    assistedAtCounter: line.assistedAtCounter,
    outOfArea: line.outOfArea,
    bundle: line.bundle,
    notViaCentre: line.notViaCentre,
  });

const PAID: ReadonlySet<string> = new Set(['feePaid', 'paymentReceived']);

const marksOf = ({ events }: DossierLine): readonly Mark[] =>
  events.some(({ type, method }) => PAID.has(type) && method === undefined)
    ? ['payment-method-unknown']
    : [];

type Given<Members> = { readonly [Name in keyof Members]?: NonNullable<Members[Name]> };

/** Only the members that were said. */
export const given = <Members extends object>(members: Members): Given<Members> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Given<Members>;
