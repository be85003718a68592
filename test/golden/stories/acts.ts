import type { Instant } from '#domain/working-time';
import { clerk, director, processing, reception } from '../../support/office.ts';
import { later, notBefore, type Scene } from '../story.ts';

const REASON = 'theo giấy tờ trong hồ sơ';

/** The citizen comes to the counter, or sends the dossier in and somebody accepts it soon after. */
export function receive(scene: Scene): Instant {
  const { desk, dice, intake, begin } = scene;
  if (intake.channel !== 'online' || dice.share() < 0.3) {
    desk.act(begin, reception, 'receive', { intake });
    return begin;
  }
  return receiveSubmitted(scene);
}

/** Every tenth dossier that is sent in lacks a paper, before anybody has accepted it. */
function receiveSubmitted({ desk, dice, intake, begin }: Scene): Instant {
  desk.act(begin, reception, 'submit', { intake });
  const accepted = later(begin, 0.1);
  if (dice.share() < 0.1) {
    desk.act(accepted, reception, 'request-supplement', { items: 'CCCD', reason: REASON });
    desk.act(accepted, reception, 'receive-supplement', {});
  }
  desk.act(accepted, reception, 'accept', {});
  return accepted;
}

/** To the department and up to the point where a result can be issued. */
export function process({ desk }: Scene, from: Instant): void {
  desk.act(from, reception, 'assign', { departmentCode: 'tu-phap' });
  desk.act(from, processing, 'start-step', {});
}

/** Less than a working day after the dossier came, or after the period began: long before any due moment. */
export const soon = ({ dice, period }: Scene, at: Instant): Instant =>
  later(notBefore(at, period.start), dice.between(0.5, 7.5));

export function issue({ desk }: Scene, at: Instant): void {
  desk.act(at, processing, 'complete-step', {});
  desk.act(at, clerk, 'issue-result', {});
}

/** What follows a result moves no column. */
export function handOver({ desk, dice }: Scene, issuedAt: Instant): void {
  const at = later(issuedAt, dice.between(0, 40));
  if (dice.share() < 0.5) desk.act(at, clerk, 'archive', {});
  if (dice.share() < 0.8) desk.act(at, reception, 'return', { method: 'counter' });
}

export function askSupplement({ desk }: Scene, at: Instant): void {
  desk.act(at, processing, 'request-supplement', { items: 'CCCD', reason: REASON });
}

export function extend({ desk }: Scene, at: Instant): void {
  desk.act(at, director, 'extend', { dueAt: later(desk.dueAt, 24), reason: REASON });
}

export { REASON };
