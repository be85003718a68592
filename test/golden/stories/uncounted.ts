import { director, reception } from '../../support/office.ts';
import { later, type Scene } from '../story.ts';
import { REASON, issue, process, receive } from './acts.ts';

/** How a dossier comes to stand in no column at all, and where its citizen comes relative to the period. */
export interface UncountedStory {
  readonly name: string;
  readonly when: 'before' | 'during' | 'after';
  readonly vertical?: true;
  readonly tell: (scene: Scene) => void;
}

function withdrawnUnaccepted({ desk, dice, intake, begin }: Scene): void {
  desk.act(begin, reception, 'submit', { intake });
  desk.act(later(begin, dice.between(0.1, 3)), reception, 'withdraw', {});
}

function awaitingIntakeSupplement({ desk, intake, begin, period }: Scene): void {
  desk.act(begin, reception, 'submit', { intake });
  desk.act(begin, reception, 'request-supplement', { items: 'CCCD', reason: REASON });
  const answered = later(period.end, 4);
  desk.act(answered, reception, 'receive-supplement', {});
  desk.act(answered, reception, 'accept', {});
}

function annulledLater(scene: Scene): void {
  process(scene, receive(scene));
  scene.desk.act(later(scene.period.end, 20), director, 'annul', { reason: REASON });
}

function linkedLater(scene: Scene): void {
  process(scene, receive(scene));
  const dossierId = 'the-primary-one';
  scene.desk.act(later(scene.period.end, 10), director, 'link', { dossierId });
}

function finished(scene: Scene): void {
  const received = receive(scene);
  process(scene, received);
  issue(scene, later(received, 2));
}

export const UNCOUNTED_STORIES: readonly UncountedStory[] = [
  { name: 'withdrawn unaccepted', when: 'during', tell: withdrawnUnaccepted },
  { name: 'awaiting an intake supplement', when: 'during', tell: awaitingIntakeSupplement },
  { name: 'annulled later', when: 'during', tell: annulledLater },
  { name: 'linked later', when: 'during', tell: linkedLater },
  { name: 'ngành dọc', when: 'during', vertical: true, tell: finished },
  { name: 'finished before', when: 'before', tell: finished },
  { name: 'received after', when: 'after', tell: finished },
];
