import type { Instant } from '#domain/working-time';
import type { Cast } from '../accounts.ts';
import type { AskedFor } from './asked-for.ts';
import type { Dice } from './dice.ts';
import { Script } from './script.ts';

interface Scene {
  readonly dice: Dice;
  readonly asked: AskedFor;
  /** When the citizen comes. */
  readonly at: Instant;
  readonly cast: Cast;
}

/** What happens to a dossier, from its first act on. */
export type Story = (scene: Scene) => Script;

/** How often the real reports find a thing done. */
const DIGITISED = 0.998;
const ELECTRONIC = 0.84;
const ARCHIVED = 0.69;
const PAID = 0.925;
const REASON = 'theo thành phần hồ sơ đã nộp';

const charge = (script: Script, { dice, asked: { fee } }: Scene): Script => {
  if (fee === 0 || !dice.falls(PAID)) return script;
  const method = dice.falls(0.6) ? 'online' : 'cash';
  return script
    .act('tiepnhan', 'charge-fee', { amount: fee })
    .wait(0.02)
    .act('tiepnhan', 'pay-fee', { amount: fee, method });
};

const digitise = (script: Script, { dice }: Scene): Script =>
  dice.falls(DIGITISED) ? script.wait(0.02).act('tiepnhan', 'digitise-components', {}) : script;

/** What follows a result: an electronic one, a place in the store, the citizen at the counter. */
const finish = (script: Script, { dice }: Scene): Script => {
  if (dice.falls(ELECTRONIC)) {
    script.wait(0.05).act('tiepnhan', 'digitise-result', {});
    script.act('vanthu', 'issue-electronic-result', {});
  }
  if (dice.falls(ARCHIVED)) script.wait(0.05).act('vanthu', 'archive', {});
  return script
    .wait(dice.falls(0.7) ? 0.05 : dice.between(0.5, 16))
    .act('tiepnhan', 'return', { method: 'counter' });
};

/** While the citizen waits: one act for all, or the same acts one by one where something is left out. */
export const atTheCounter: Story = (scene) => {
  const { dice, at } = scene;
  const script = charge(new Script('receive', at).wait(0.05), scene);
  const isWhole = dice.falls(ELECTRONIC * ARCHIVED);
  if (isWhole) {
    return script.wait(dice.between(0.05, 0.3)).act('tiepnhan', 'complete-on-the-spot', {});
  }
  digitise(script, scene).wait(dice.between(0.05, 0.3)).act('tiepnhan', 'issue-result', {});
  return finishApart(script, scene);
};

/** As `finish`, given that it was not all done at once. */
const finishApart = (script: Script, { dice }: Scene): Script => {
  const apart = 1 - ELECTRONIC * ARCHIVED;
  if (dice.falls((ELECTRONIC * (1 - ARCHIVED)) / apart)) {
    script.wait(0.05).act('vanthu', 'issue-electronic-result', {});
  } else if (dice.falls(ARCHIVED)) {
    script.wait(0.05).act('vanthu', 'archive', {});
  }
  return script.wait(0.05).act('tiepnhan', 'return', { method: 'counter' });
};

/** Sent in, and accepted a little later; or told by the city's system as received. */
const come = ({ dice, at }: Scene): Script =>
  dice.falls(0.5)
    ? new Script('submit', at).wait(dice.between(0.1, 0.7)).act('tiepnhan', 'accept', {})
    : new Script('receive', at);

/** To the officer's desk: hours at the counter, hours until it is taken up. */
const handOver = (script: Script, scene: Scene, [counter, desk]: readonly [number, number]) => {
  const { asked, cast } = scene;
  const { departmentCode } = asked;
  return charge(digitise(script, scene), scene)
    .wait(counter)
    .act('tiepnhan', 'assign', { userId: cast('xuly').id, departmentCode })
    .wait(desk)
    .act('xuly', 'start-step', {});
};

/** Appraised, signed, entered and handed over; hours for each of the three desks. */
const decideOn = (script: Script, scene: Scene, [appraise, sign, enter]: Desks): Script => {
  script.wait(appraise).act('xuly', 'complete-step', {});
  script.wait(sign).act('lanhdao', 'complete-step', {});
  script.wait(enter).act('vanthu', 'issue-result', {});
  return finish(script, scene);
};

type Desks = readonly [appraise: number, sign: number, enter: number];

const desksIn = (hours: number): Desks => [hours * 0.6, hours * 0.25, hours * 0.15];

export const withinTheDay: Story = (scene) => {
  const script = handOver(come(scene), scene, [0.1, 0.1]);
  return decideOn(script, scene, desksIn(scene.dice.between(0.5, 1.2)));
};

export const overDays: Story = (scene) => {
  const script = handOver(come(scene), scene, [0.3, 0.3]);
  return decideOn(script, scene, desksIn(scene.dice.between(1, 6)));
};

/** In time, but not by much; half of them stay too long at the counter on the way. */
export const slowly: Story = (scene) => {
  const { dice, asked } = scene;
  const counter = dice.falls(0.5) ? 5.5 : 1;
  const script = handOver(new Script('receive', scene.at), scene, [counter, 0.5]);
  return decideOn(script, scene, desksIn(asked.hours * dice.between(0.55, 0.68)));
};

/** *Mẫu 02*: the office waits for a paper, longer than for anything else. */
export const supplemented: Story = (scene) => {
  const { dice } = scene;
  const script = handOver(come(scene), scene, [0.3, 0.4]);
  script
    .wait(dice.between(0.3, 3))
    .act('xuly', 'request-supplement', { items: 'Bản chính giấy tờ tùy thân', reason: REASON })
    .wait(dice.between(24, 150))
    .act('tiepnhan', 'receive-supplement', {});
  return decideOn(script, scene, desksIn(dice.between(1, 4)));
};

export const paidLater: Story = (scene) => {
  const { dice } = scene;
  const script = handOver(come(scene), scene, [0.3, 0.3]);
  script
    .wait(dice.between(0.5, 2))
    .act('xuly', 'request-payment', { amount: 400_000 })
    .wait(dice.between(4, 30))
    .act('xuly', 'receive-payment', { amount: 400_000, method: 'online' });
  return decideOn(script, scene, desksIn(dice.between(1, 4)));
};

export const refused: Story = ({ dice, at }) =>
  new Script('submit', at)
    .wait(dice.between(0.3, 2))
    .act('lanhdao', 'refuse', { reasonCode: 'not-competent', reason: REASON });

export const withdrawn: Story = (scene) =>
  handOver(come(scene), scene, [0.3, 0.3])
    .wait(scene.dice.between(0.3, 2))
    .act('tiepnhan', 'withdraw', {});

/** Late: the result comes on a day long decided. */
export const overdueUntil =
  (issuedAt: Instant): Story =>
  (scene) => {
    const script = handOver(new Script('receive', scene.at), scene, [1, 1]);
    script.waitUntil(issuedAt).act('xuly', 'issue-result', {});
    return finish(script, scene);
  };

/** The same case told again under another code: linked to the one that counts. */
export const linkedTo =
  (dossierId: string): Story =>
  ({ at }) =>
    new Script('receive', at).wait(0.3).act('baocao', 'link', { dossierId });
