import { director, processing, reception, theImport } from '../../support/office.ts';
import { anyMoment, later, notBefore, type Scene, type Story } from '../story.ts';
import { REASON, askSupplement, extend, handOver, issue, process, receive, soon } from './acts.ts';

const IN_PERIOD = ['onlineInPeriod', 'directOrPostInPeriod'] as const;
const OFFICE = ['short', 'long'] as const;
const EARLY = { exit: 'resolvedEarly', terms: OFFICE, needsHours: 9 } as const;

/** *5 tại chỗ*: in one act, or an act for the receipt and one for the rest. */
function onTheSpot(scene: Scene): void {
  const { desk, dice } = scene;
  const received = receive(scene);
  const done = dice.share() < 0.5 ? received : later(received, dice.between(0.05, 0.4));
  desk.act(done, reception, 'complete-on-the-spot', {});
}

function straight(scene: Scene): void {
  const received = receive(scene);
  process(scene, received);
  const issued = soon(scene, received);
  issue(scene, issued);
  handOver(scene, issued);
}

/** The clock stands while the citizen looks for a paper, over a weekend or over Tết. */
function supplemented(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  const asked = later(received, dice.between(0.5, 3));
  askSupplement(scene, asked);
  const answered = later(notBefore(asked, period.start), dice.between(1, 20));
  desk.act(answered, reception, 'receive-supplement', {});
  const issued = later(answered, dice.between(0.2, 4));
  issue(scene, issued);
  handOver(scene, issued);
}

function paidBetween(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  const asked = later(received, dice.between(0.5, 3));
  desk.act(asked, processing, 'request-payment', { amount: 50_000 });
  const paid = later(notBefore(asked, period.start), dice.between(0.5, 16));
  desk.act(paid, processing, 'receive-payment', { amount: 50_000, method: 'online' });
  issue(scene, later(paid, dice.between(0.2, 4)));
}

/** A promise moved to a later day that was not needed in the end. */
function extendedNeedlessly(scene: Scene): void {
  const received = receive(scene);
  process(scene, received);
  extend(scene, later(received, 0.2));
  issue(scene, soon(scene, received));
}

/** The result was entered days later, with a reason and its true moment. */
function toldLate(scene: Scene): void {
  const { desk } = scene;
  const received = receive(scene);
  process(scene, received);
  const occurredAt = soon(scene, received);
  const now = later(occurredAt, 30);
  desk.act({ now, occurredAt, backdateReason: REASON }, director, 'issue-result', {});
}

/** Entered as if it had been issued long after the due moment; the stamp on the paper says otherwise. */
function corrected(scene: Scene): void {
  const { desk, dice } = scene;
  const received = receive(scene);
  process(scene, received);
  const issued = soon(scene, received);
  const entered = later(desk.dueAt, dice.between(1, 20));
  desk.act(entered, director, 'issue-result', {});
  const changes = { occurredAt: issued };
  const version = desk.versionOf('resultIssued');
  desk.act(later(entered, 1), director, 'correct', { version, changes, reason: REASON });
}

/** Issued by mistake, voided and issued again within the day. */
function reissued(scene: Scene): void {
  const { desk, dice } = scene;
  const received = receive(scene);
  process(scene, received);
  const mistaken = later(notBefore(received, scene.period.start), dice.between(0.3, 3));
  desk.act(mistaken, director, 'issue-result', {});
  const version = desk.versionOf('resultIssued');
  desk.act(later(mistaken, 0.1), director, 'void', { version, reason: REASON });
  issue(scene, later(mistaken, dice.between(0.2, 4)));
}

/** A digitisation nobody had entered is put in afterwards. */
function forgottenRemark(scene: Scene): void {
  const { desk } = scene;
  const received = receive(scene);
  process(scene, received);
  const issued = soon(scene, received);
  issue(scene, issued);
  const insert = { type: 'componentsDigitised', occurredAt: received, payload: {} } as const;
  desk.act(later(issued, 2), director, 'correct', { insert, reason: REASON });
}

/** Born and finished in another system, with the moment that system had promised. */
function imported(scene: Scene): void {
  const { desk, begin } = scene;
  const source = { source: 'mot-cua-hai-phong', externalCode: scene.intake.code };
  const intake = { ...scene.intake, sources: [source], declaredDueAt: later(begin, 40) };
  desk.act(begin, theImport, 'receive', { intake });
  desk.act(soon(scene, begin), theImport, 'issue-result', {});
}

/** Asked for a paper weeks before the period and answered in it. */
function supplementedAcrossStart(scene: Scene): void {
  const { desk, dice, period } = scene;
  const received = receive(scene);
  process(scene, received);
  askSupplement(scene, later(received, 0.5));
  const answered = anyMoment(dice, period.start, later(period.start, 30));
  desk.act(answered, reception, 'receive-supplement', {});
  issue(scene, later(answered, dice.between(0.2, 4)));
}

export const EARLY_STORIES: readonly Story[] = [
  { ...EARLY, name: 'on the spot', terms: ['onTheSpot'], entries: IN_PERIOD, tell: onTheSpot },
  { ...EARLY, name: 'straight through', tell: straight },
  { ...EARLY, name: 'supplemented', needsHours: 28, tell: supplemented },
  { ...EARLY, name: 'paid between', needsHours: 24, tell: paidBetween },
  { ...EARLY, name: 'extended needlessly', tell: extendedNeedlessly },
  { ...EARLY, name: 'told late', tell: toldLate },
  { ...EARLY, name: 'corrected', tell: corrected },
  { ...EARLY, name: 'voided and reissued', tell: reissued },
  { ...EARLY, name: 'forgotten remark', tell: forgottenRemark },
  { ...EARLY, name: 'imported', tell: imported },
  {
    ...EARLY,
    name: 'supplemented across the start',
    entries: ['carriedOver'],
    carriedHours: 120,
    tell: supplementedAcrossStart,
  },
];
