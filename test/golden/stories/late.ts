import { reception } from '../../support/office.ts';
import { later, notBefore, type Scene, type Story } from '../story.ts';
import { askSupplement, extend, issue, process, receive } from './acts.ts';

const LATE = { exit: 'resolvedLate', terms: ['short'], needsHours: 60 } as const;

function straight(scene: Scene): void {
  process(scene, receive(scene));
  const { dice, desk, period } = scene;
  issue(scene, later(notBefore(desk.dueAt, period.start), dice.between(0.2, 6)));
}

/** In time for the second promise: late all the same. */
function extended(scene: Scene): void {
  const { dice, desk, period } = scene;
  const received = receive(scene);
  process(scene, received);
  const promised = desk.dueAt;
  extend(scene, later(received, 1));
  issue(scene, later(notBefore(promised, period.start), dice.between(0.2, 6)));
}

/** A paper asked for after the due moment: late stays late. */
function askedTooLate(scene: Scene): void {
  const { dice, desk, period } = scene;
  process(scene, receive(scene));
  const asked = later(notBefore(desk.dueAt, period.start), dice.between(0.1, 2));
  askSupplement(scene, asked);
  const answered = later(asked, dice.between(0.5, 6));
  desk.act(answered, reception, 'receive-supplement', {});
  issue(scene, later(answered, dice.between(0.1, 2)));
}

export const LATE_STORIES: readonly Story[] = [
  { ...LATE, name: 'late', tell: straight },
  { ...LATE, name: 'late against the first promise', tell: extended },
  { ...LATE, name: 'late before a paper was asked for', tell: askedTooLate },
];
