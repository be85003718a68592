import {
  displayedCode,
  effectiveEvents,
  type FormOccasion,
  type OfficeEvent,
} from '#domain/dossier';
import type { Allowance } from '#domain/deadline';
import { dayOf, formatDay, type Instant } from '#domain/working-time';
import type { FilePerson, OpenFile } from '../../dossiers/index.ts';
import type { Facts } from '../layout/template.ts';
import { componentRows } from './components.ts';
import { handoversOf } from './handovers.ts';
import { letterheadOf } from './letterhead.ts';
import { writtenDay, writtenMoment } from './moments.ts';

/** Who acted, as papers name them. */
interface Signer {
  readonly id: string;
  readonly name: string;
  /** `KT. CHỦ TỊCH`, … on its lines. */
  readonly form: string | null;
}

/** Everything one printing is made of. */
export interface Printing {
  readonly file: OpenFile;
  readonly occasion: FormOccasion;
  readonly person: FilePerson;
  readonly procedureName: string;
  readonly people: readonly Signer[];
  readonly number: number;
  readonly numberedAt: Instant;
  /** Where citizens look up: what the QR leads to. */
  readonly lookupUrl: string;
}

const money = new Intl.NumberFormat('vi-VN');

const feeOf = (events: readonly OfficeEvent[]): string | null => {
  const charged = events.reduce(
    (sum, event) => (event.type === 'feeCharged' ? sum + event.payload.amount : sum),
    0,
  );
  const paid = events.reduce(
    (sum, event) => (event.type === 'feePaid' ? sum + event.payload.amount : sum),
    0,
  );
  const amount = Math.max(charged, paid);
  return amount === 0 ? null : `${money.format(amount)} đồng`;
};

const UNITS_OF_TIME: Readonly<Record<Exclude<Allowance['kind'], 'sameDay'>, string>> = {
  workingHours: 'giờ làm việc',
  workingDays: 'ngày làm việc',
  calendarDays: 'ngày',
};

const termOf = (events: readonly OfficeEvent[]): string | null => {
  const rule = events.find(({ due }) => due !== undefined && 'allowance' in due.rule)?.due?.rule;
  if (rule === undefined || !('allowance' in rule)) return null;
  const { allowance } = rule;
  if (allowance.kind === 'sameDay') return 'Trong ngày làm việc';
  return `${allowance.amount} ${UNITS_OF_TIME[allowance.kind]}`;
};

const dueBefore = (events: readonly OfficeEvent[], { version }: OfficeEvent): Instant | null => {
  const at = events.findIndex((event) => event.version === version);
  return (
    events.slice(0, at).findLast(({ due }) => due !== undefined && due.dueAt !== null)?.due
      ?.dueAt ?? null
  );
};

const itemsOf = ({ texts }: OfficeEvent): readonly (readonly string[])[] =>
  (texts?.items ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•+*]|\d+[.)])\s*/, '').trim())
    .filter((line) => line !== '')
    .map((line, place) => [String(place + 1), line, '', '', '']);

const eventTexts = (events: readonly OfficeEvent[], event: OfficeEvent) => ({
  'event.reason': event.texts?.reason ?? null,
  'event.occurredAt': writtenMoment(event.occurredAt),
  'event.returnedPapers': null,
  'event.respondBy':
    event.type === 'supplementRequested' ? writtenMoment(event.payload.respondBy ?? null) : null,
  'event.newDueAt': event.type === 'extended' ? writtenMoment(event.payload.dueAt) : null,
  'dossier.dueBefore': writtenMoment(dueBefore(events, event)),
});

const NOBODY = {
  name: null,
  idNumber: null,
  taxCode: null,
  address: null,
  phone: null,
  email: null,
};

const personTexts = ({ person, file, lookupUrl }: Printing) => {
  const { lookupCode } = person;
  const { name, idNumber, taxCode, address, phone, email } = person.applicant ?? NOBODY;
  const code = displayedCode(file.state.intake);
  return {
    'applicant.name': name,
    'applicant.number': idNumber ?? taxCode,
    ...{ 'applicant.address': address, 'applicant.phone': phone, 'applicant.email': email },
    'dossier.code': code,
    'dossier.lookupCode': lookupCode,
    // After the #: no server, proxy or log on the way ever sees the pair.
    'dossier.lookupLink': `${lookupUrl}#${encodeURIComponent(code)}/${lookupCode}`,
  };
};

const formTexts = ({ file, number, numberedAt }: Printing) => ({
  // NĐ 30/2020: numbers below ten with a nought before them.
  'form.number': String(number).padStart(2, '0'),
  'form.year': formatDay(dayOf(numberedAt)).slice(0, 4),
  'form.date': writtenDay(dayOf(numberedAt)),
  'form.printedAt': writtenMoment(file.office.now),
});

/** What a printing says, word by word. */
export const factsOf = (printing: Printing): Facts => {
  const { file, occasion, people } = printing;
  const events = effectiveEvents(file.state.history);
  const event = events.find(({ version }) => version === occasion.version);
  if (event === undefined) throw new Error('A form for an event that is not there');
  const unit = letterheadOf(file.unit.name);
  const signer = people.find(({ id }) => id === event.actor.id);
  return {
    texts: {
      ...{ 'unit.authority': unit.authority, 'unit.centre': unit.centre },
      ...{ 'unit.name': unit.name, 'unit.place': unit.place },
      ...formTexts(printing),
      ...personTexts(printing),
      ...eventTexts(events, event),
      'procedure.name': printing.procedureName,
      'procedure.term': termOf(events),
      'dossier.receivedAt': writtenMoment(file.state.receivedAt),
      'dossier.dueAt': writtenMoment(file.state.originalDueAt),
      'dossier.fee': feeOf(events),
      'actor.name': signer?.name ?? null,
      'signer.name': signer?.name ?? null,
      'signer.form': signer?.form ?? 'GIÁM ĐỐC',
    },
    tables: {
      components: componentRows(events),
      items: itemsOf(event),
      handovers: handoversOf(file, new Map(people.map(({ id, name }) => [id, name]))),
    },
  };
};
