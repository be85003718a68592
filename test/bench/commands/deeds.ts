import { decide, type Command, type DossierState, type Office } from '#domain/dossier';
import { DEFAULT_ALERT_RULES } from '#domain/alert';
import { instant } from '#domain/working-time';
import { unitRulesOf, DEFAULT_UNIT_SETTINGS } from '#contract/units';
import type { UserId } from '#domain/dossier';
import { newDossierId } from '../../../backend/src/dossiers/dossier-id.ts';
import {
  KeyedHash,
  newLookupCode,
  sealedLookup,
  signalsOf,
  applicantOf,
} from '../../../backend/src/dossiers/index.ts';
import type { Append } from '../../../backend/src/dossiers/store/append.ts';
import { appendRequest } from '../../../backend/src/dossiers/store/append-request.ts';
import { PLAYING_HOURS } from '../../../backend/src/evaluation/month/hours.ts';
import { SecretBox } from '../../../backend/src/platform/secret-box/secret-box.ts';
import { STARTER_CATALOGUE } from '../../../backend/src/procedures/catalogue/starter-catalogue.ts';
import { rulesOf, snapshotOf } from '../../../backend/src/procedures/definition.ts';
import { SECRET } from '../loader/place.ts';
import type { Commune } from '../loader/commune.ts';

const PROCEDURE = '1.004873';
const PERSON = {
  kind: 'person',
  name: 'Nguyễn Thị Ánh Đào',
  phone: '0001234567',
  idNumber: '999123456789',
} as const;
const BOX = new SecretBox(SECRET);
const HASHES = new KeyedHash([SECRET]);

/** What is sent over HTTP to have a dossier received. */
export const RECEIPT = { procedureCode: PROCEDURE, channel: 'direct', applicant: PERSON };

const entry = STARTER_CATALOGUE.find(({ code }) => code === PROCEDURE);
if (entry === undefined) throw new Error(`No procedure ${PROCEDURE}`);
const snapshot = snapshotOf(PROCEDURE, 1, entry.definition);
const procedure = rulesOf(entry.definition);

const officeNow = (): Office => ({
  now: instant(Date.now()),
  actor: {
    kind: 'officer',
    id: '0190c000-0000-7000-8000-000000000001' as UserId,
    roles: ['reception', 'processing'],
    departments: [],
  },
  calendar: PLAYING_HOURS,
  procedure,
  unit: unitRulesOf(DEFAULT_UNIT_SETTINGS),
});

const after = (command: Command, state: DossierState | null, office: Office): DossierState => {
  const decision = decide(command, state, office);
  if (!decision.ok) throw new Error(decision.refusal.code);
  if (decision.value.kind !== 'events') throw new Error('Nobody approves in a bench');
  return decision.value.state;
};

/** A dossier that a bench knows all of. */
export interface Known {
  readonly id: string;
  readonly state: DossierState;
}

interface Deed extends Known {
  /** The one argument of the one statement, as the product would send it. */
  readonly request: string;
}

interface Done {
  readonly unit: number;
  readonly id: string;
  readonly before: number;
  readonly state: DossierState;
  readonly office: Office;
  readonly besides?: Partial<Append>;
}

const deed = ({ unit, id, before, state, office, besides }: Done): Deed => {
  const subject = { type: 'dossier', id };
  const { now } = office;
  const request = appendRequest({
    ...{ unit, dossierId: id, expectedVersion: before, state },
    signals: signalsOf(state, { ...office, alertRules: DEFAULT_ALERT_RULES }),
    audit: [
      {
        ...{ officeAt: now, act: 'dossier.bench', outcome: 'done', subject },
        actor: { kind: 'user', id: office.actor.id },
        facts: { before, after: state.version, events: ['received'] },
        ...{ requestId: id, address: '127.0.0.1' },
      },
    ],
    feed: [{ op: before === 0 ? 'created' : 'changed', ...subject, at: now }],
    ...besides,
  });
  return { id, state, request: JSON.stringify(request) };
};

/** A receipt, decided and ready to be kept. */
export const aReceipt = ({ id: unit, code: unitCode }: Commune): Deed => {
  const office = officeNow();
  const id = newDossierId(office.now);
  const intake = { code: '', procedure: snapshot, channel: 'direct', sources: [] } as const;
  const state = after({ type: 'receive', body: { intake } }, null, office);
  const besides: Partial<Append> = {
    unitCode,
    applicant: applicantOf(unit, PERSON, HASHES),
    lookup: sealedLookup(id, newLookupCode(), BOX),
  };
  return deed({ unit, id, before: 0, state, office, besides });
};

/** Taken up by an officer. */
export const aStart = ({ id: unit }: Commune, { id, state: was }: Known): Deed => {
  const office = officeNow();
  const state = after({ type: 'start-step', body: {} }, was, office);
  return deed({ unit, id, before: was.version, state, office });
};

/** As the store has named it. */
export const withCode = ({ id, state }: Known, code: string): Known => ({
  id,
  state: { ...state, intake: { ...state.intake, code } },
});
