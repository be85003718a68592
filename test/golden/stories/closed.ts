import { director, reception, theProduct } from '../../support/office.ts';
import { later, notBefore, type Scene, type Story } from '../story.ts';
import { REASON, askSupplement, process, receive, soon } from './acts.ts';

const IN_PERIOD = ['onlineInPeriod', 'directOrPostInPeriod'] as const;
const ANY = ['onTheSpot', 'short', 'long'] as const;
const OFFICE = ['short', 'long'] as const;
const REJECTED = { exit: 'rejected', terms: OFFICE, needsHours: 9 } as const;
const WITHDRAWN = { exit: 'withdrawn', terms: OFFICE, needsHours: 9 } as const;

/** Mẫu 03 before anybody accepted it: the refusal is its receipt too. */
function refusedUnaccepted({ desk, dice, intake, begin }: Scene): void {
  desk.act(begin, reception, 'submit', { intake });
  const refused = later(begin, dice.between(0.2, 7));
  desk.act(refused, director, 'refuse', { reasonCode: 'not-competent', reason: REASON });
}

function refusedAfterAppraisal(scene: Scene): void {
  const received = receive(scene);
  process(scene, received);
  const body = { reasonCode: 'not-eligible', reason: REASON };
  scene.desk.act(soon(scene, received), director, 'refuse', body);
}

/** Mẫu 05: the citizen was asked for papers and never came back. */
function stopped(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  const asked = later(received, dice.between(0.5, 2));
  askSupplement(scene, asked);
  const expired = later(notBefore(asked, period.start), dice.between(8, 24));
  desk.act(expired, theProduct, 'expire-supplement', {});
  const body = { reasonCode: 'no-answer', reason: REASON };
  desk.act(later(expired, dice.between(0.5, 6)), director, 'stop', body);
}

function withdrawn(scene: Scene): void {
  const received = receive(scene);
  scene.desk.act(soon(scene, received), reception, 'withdraw', {});
}

function withdrawnWhileAsked(scene: Scene): void {
  const received = receive(scene);
  process(scene, received);
  askSupplement(scene, received);
  scene.desk.act(soon(scene, received), reception, 'withdraw', { reason: REASON });
}

/** Entered a week later than it happened, with a reason. */
function withdrawalToldLate(scene: Scene): void {
  const received = receive(scene);
  const occurredAt = soon(scene, received);
  const now = later(occurredAt, 40);
  scene.desk.act({ now, occurredAt, backdateReason: REASON }, director, 'withdraw', {});
}

export const CLOSED_STORIES: readonly Story[] = [
  {
    ...REJECTED,
    name: 'refused unaccepted',
    terms: ANY,
    entries: IN_PERIOD,
    tell: refusedUnaccepted,
  },
  { ...REJECTED, name: 'refused after appraisal', tell: refusedAfterAppraisal },
  { ...REJECTED, name: 'stopped', needsHours: 40, tell: stopped },
  { ...WITHDRAWN, name: 'withdrawn', terms: ANY, tell: withdrawn },
  { ...WITHDRAWN, name: 'withdrawn while a paper was awaited', tell: withdrawnWhileAsked },
  { ...WITHDRAWN, name: 'withdrawal told late', tell: withdrawalToldLate },
];
