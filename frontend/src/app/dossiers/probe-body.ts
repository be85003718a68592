import type { HeldOffice, OfficerCommand } from '#contract/dossiers';
import { effectiveEvents } from '#domain/dossier';
import { type Instant, formatInstant, instant } from '#domain/working-time';

const DAY_MS = 86_400_000;
const SAID = { reason: '…' };
const OTHER_DOSSIER = '00000000-0000-7000-8000-000000000000';

type Probe = (held: HeldOffice, now: Instant) => object;

const lastVersion = ({ state }: HeldOffice): number =>
  effectiveEvents(state.history).at(-1)?.version ?? state.version;

/** What an officer would plausibly say: refused is then what the dossier does not allow, not what was typed. */
const PROBES: Partial<Record<OfficerCommand, Probe>> = {
  refuse: () => ({ ...SAID, reasonCode: 'other' }),
  assign: ({ asker: [own] }) => ({ userId: own.id }),
  'return-step': ({ office }) => ({ ...SAID, toStepKey: office.procedure.steps[0]?.key ?? 'none' }),
  'propose-supplement': () => ({ ...SAID, items: '…' }),
  'request-supplement': () => ({ ...SAID, items: '…' }),
  'request-payment': () => ({ amount: 1 }),
  'receive-payment': () => ({ amount: 1, method: 'cash' }),
  hold: ({ office }) => ({ ...SAID, basisCode: office.unit.holdBases[0] ?? 'none' }),
  extend: ({ state }, now) => ({
    ...SAID,
    dueAt: formatInstant(instant(Math.max(now, state.due?.dueAt ?? now) + DAY_MS)),
  }),
  'agree-term': ({ office }) => ({
    ...SAID,
    variantKey: office.procedure.variants[0]?.key ?? 'none',
  }),
  return: () => ({ method: 'counter' }),
  stop: () => ({ ...SAID, reasonCode: 'other' }),
  'send-to-agency': () => ({ agency: '…' }),
  note: () => ({ text: '…' }),
  difficulty: () => ({ kind: 'systemError' }),
  'charge-fee': () => ({ amount: 1 }),
  'pay-fee': () => ({ amount: 1, method: 'cash' }),
  correct: (_held, now) => ({
    ...SAID,
    insert: { type: 'noteAdded', occurredAt: formatInstant(now) },
  }),
  void: (held) => ({ ...SAID, version: lastVersion(held) }),
  annul: () => SAID,
  link: () => ({ dossierId: OTHER_DOSSIER }),
  unlink: ({ state }) => ({ dossierId: state.linkedTo ?? OTHER_DOSSIER }),
};

export const probeBody = (type: OfficerCommand, held: HeldOffice, now: Instant): object =>
  PROBES[type]?.(held, now) ?? {};
