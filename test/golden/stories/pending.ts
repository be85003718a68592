import { director, processing, reception } from '../../support/office.ts';
import { later, type Scene, type Story } from '../story.ts';
import { REASON, askSupplement, extend, issue, process, receive } from './acts.ts';

const IN_PERIOD = ['onlineInPeriod', 'directOrPostInPeriod'] as const;
const OFFICE = ['short', 'long'] as const;

/** Received in the last days, due weeks after the period: (14). */
const FRESH = {
  exit: 'pendingInTime',
  terms: ['long'],
  entries: IN_PERIOD,
  needsHours: 4,
  withinHours: 36,
} as const;

/** Suspended before the due moment: (14) however long ago it was received. */
const SUSPENDED = { exit: 'pendingInTime', terms: OFFICE, needsHours: 8 } as const;
const AWAITING = { exit: 'pendingSupplement', terms: OFFICE, needsHours: 8 } as const;

function underWay(scene: Scene): void {
  const { dice, period } = scene;
  process(scene, receive(scene));
  if (dice.share() < 0.5) issue(scene, later(period.end, dice.between(0.2, 20)));
}

function extended(scene: Scene): void {
  const received = receive(scene);
  process(scene, received);
  extend(scene, later(received, 0.5));
}

/** A result told in the period that never was one, found out after its end. */
function resultVoided(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  desk.act(later(received, dice.between(0.2, 3)), director, 'issue-result', {});
  const version = desk.versionOf('resultIssued');
  desk.act(later(period.end, 8), director, 'void', { version, reason: REASON });
}

function awaitingPayment(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  const asked = later(received, dice.between(0.5, 6));
  desk.act(asked, processing, 'request-payment', { amount: 400_000 });
  if (dice.share() < 0.5) return;
  const paid = later(period.end, dice.between(0.2, 20));
  desk.act(paid, processing, 'receive-payment', { amount: 400_000, method: 'online' });
}

function onHold(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  const held = later(received, dice.between(0.5, 6));
  desk.act(held, director, 'hold', { basisCode: 'court-decision', reason: REASON });
  if (dice.share() < 0.5) desk.act(later(period.end, 3), director, 'resume', {});
}

function awaitingSupplement(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  askSupplement(scene, later(received, dice.between(0.5, 6)));
  const answered = later(period.end, dice.between(0.2, 20));
  desk.act(answered, reception, 'receive-supplement', {});
}

/** Late when the paper was asked for: awaited all the same. */
function awaitingTooLate(scene: Scene): void {
  const { desk, dice } = scene;
  process(scene, receive(scene));
  askSupplement(scene, later(desk.dueAt, dice.between(0.1, 3)));
}

export const PENDING_STORIES: readonly Story[] = [
  { ...FRESH, name: 'under way', tell: underWay },
  { ...FRESH, name: 'extended in time', tell: extended },
  { ...FRESH, name: 'result voided after the period', tell: resultVoided },
  { ...SUSPENDED, name: 'awaiting payment', tell: awaitingPayment },
  { ...SUSPENDED, name: 'on hold', tell: onHold },
  { ...AWAITING, name: 'awaiting a supplement', tell: awaitingSupplement },
  {
    ...AWAITING,
    name: 'awaiting a supplement, too late',
    terms: ['short'],
    needsHours: 60,
    tell: awaitingTooLate,
  },
];
