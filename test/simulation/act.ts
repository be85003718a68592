import { expect } from '@jest/globals';
import { actFor, type Chance } from './acts.ts';
import type { Body, Expected, Sent } from './naive-dossier.ts';
import type { Followed, SimulatedUnit } from './simulated-unit.ts';
import { at, compare, expectStatus, type Real, type Step } from './step.ts';

/** Anybody does anything to one of the dossiers. */
export class Act implements Step {
  readonly #chance: Chance;
  #shown = 'act';

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  check(unit: Readonly<SimulatedUnit>): boolean {
    return unit.dossiers.length > 0;
  }

  async run(unit: SimulatedUnit, real: Real): Promise<void> {
    const { which, gap, pick } = this.#chance;
    const followed = unit.dossiers[which % unit.dossiers.length];
    if (followed === undefined) throw new Error('No dossier');
    real.stage.advance(gap);
    const [pending] = followed.approvals.keys();
    const approves = pending !== undefined && pick % 4 === 0;
    await (approves ? this.#approve(pending, followed, real) : this.#send(followed, real));
  }

  async #send(followed: Followed, real: Real): Promise<void> {
    const { model, id } = followed;
    const now = real.stage.now;
    const sent = actFor(this.#chance, model, now);
    this.#shown = `${JSON.stringify(sent)} on ${id} (${model.state} v${model.version}) ${at(now)}`;
    const expected = model.judge(sent, now);
    const place = { unit: real.unit, id, version: model.version };
    const { answer, again } = await real.stage.send(place, sent, this.#chance.repeat);
    const { status, body } = answer;
    expectStatus(answer, expected.status);
    if (expected.allowed !== undefined) {
      expect([...(body.allowed ?? [])].sort()).toEqual([...expected.allowed].sort());
    }
    if (status === 412) expect(body.version).toBe(model.version);
    if (status === 202) this.#wait(sent, followed, body.approvalId);
    await this.#happened(expected, body, followed, real);
    if (again !== undefined && status < 300) {
      expect([again.status, again.body.id, again.body.version]).toEqual([
        ...[status, body.id, body.version],
      ]);
    }
  }

  #wait(sent: Sent, { model, approvals }: Followed, approvalId: string | undefined): void {
    model.pending.set(sent.command, sent);
    approvals.set(sent.command, String(approvalId));
  }

  async #approve(command: string, followed: Followed, real: Real): Promise<void> {
    const { model, approvals } = followed;
    const now = real.stage.now;
    const sent = model.pending.get(command);
    if (sent === undefined) throw new Error('Nothing is pending');
    this.#shown = `approve ${command} (${model.state}) ${at(now)}`;
    // It occurs at the approval, whenever it was asked for.
    const body = Object.fromEntries(
      Object.entries(sent.body).filter(([name]) => !/^(occurredAt|backdateReason)$/.test(name)),
    );
    const expected = model.decide({ ...sent, as: 'director' }, body, now);
    const answer = await real.stage.approve(real.unit, approvals.get(command) ?? '');
    expectStatus(answer, expected.status);
    if (expected.events === undefined) return;
    model.pending.delete(command);
    approvals.delete(command);
    await this.#happened(expected, answer.body, followed, real);
  }

  async #happened({ events }: Expected, told: Body, followed: Followed, real: Real): Promise<void> {
    if (events === undefined) return;
    followed.model.happen(events);
    await compare(told, followed, real);
  }

  toString(): string {
    return this.#shown;
  }
}
