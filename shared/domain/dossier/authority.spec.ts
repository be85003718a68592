import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import {
  aProcedure,
  anOffice,
  anOfficer,
  reception,
  theProduct,
} from '../../../test/support/office.ts';
import type { Role } from './actor.ts';
import { ALLOWED_COMMANDS, allowedIn } from './allowed-commands.ts';
import { everMay, mayHere } from './authority.ts';
import type { CommandType } from './command.ts';
import { mayApprove } from './decide/approval.ts';
import { ROLE_ACTS } from './role-acts.ts';

const ROLES = Object.keys(ROLE_ACTS) as readonly Role[];

describe('roles and acts', () => {
  it('leave those who only look, count or configure without any command', () => {
    for (const role of ['reporter', 'observer', 'admin', 'cityReader'] as const) {
      expect(Object.keys(ROLE_ACTS[role])).toEqual([]);
    }
  });

  it('keep corrections, voids and annulments for leaders', () => {
    for (const command of ['correct', 'void', 'annul'] as const) {
      const may = ROLES.filter((role) => everMay(anOfficer(role), command));
      expect(may).toEqual(['director', 'viceChair']);
    }
  });

  it('give leaders every act an officer has', () => {
    const ofOfficers = ROLES.flatMap((role) => Object.keys(ROLE_ACTS[role]));
    expect(Object.keys(ROLE_ACTS.director).sort()).toEqual([...new Set(ofOfficers)].sort());
  });

  it('leave every command of every state to somebody, the product’s own to the product', () => {
    const states = Object.keys(ALLOWED_COMMANDS) as readonly (keyof typeof ALLOWED_COMMANDS)[];
    const commands = new Set<CommandType>(states.flatMap((state) => allowedIn(state)));
    const nobodys = [...commands].filter(
      (command) => !ROLES.some((role) => everMay(anOfficer(role), command)),
    );
    expect(nobodys.sort()).toEqual(['expire-supplement', 'revise-due']);
    expect(everMay(theProduct, 'revise-due')).toBe(true);
  });

  it('add up over several roles of one person', () => {
    const both = anOfficer(['cashier', 'dataOfficer']);
    expect(everMay(both, 'pay-fee')).toBe(true);
    expect(everMay(both, 'link')).toBe(true);
    expect(everMay(both, 'assign')).toBe(false);
  });

  it('are judged role by role: one that reaches the dossier is enough', () => {
    const state = given(receivedAt('2026-03-02 08:00', reception)).state();
    const refuse = { type: 'refuse', body: { reasonCode: 'x', reason: 'y' } } as const;
    const here = (roles: readonly Role[]): boolean =>
      mayHere(refuse, state, anOffice({ actor: anOfficer(roles) }));
    expect(here(['reception', 'cashier'])).toBe(false);
    expect(here(['reception', 'processing'])).toBe(true);
  });

  it('let the clerk give the number when the last step, the own one, is done', () => {
    const done = given(
      receivedAt('2026-03-02 08:00', reception),
      act('2026-03-02 09:00', reception, 'assign', { departmentCode: 'tu-phap' }),
      act('2026-03-02 10:00', anOfficer('director'), 'complete-step', {}),
      act('2026-03-02 11:00', anOfficer('director'), 'complete-step', {}),
    ).state();
    const command = { type: 'issue-result', body: {} } as const;
    expect(mayHere(command, done, anOffice({ actor: anOfficer('clerk') }))).toBe(true);
    expect(mayHere(command, null, anOffice({ actor: anOfficer('clerk') }))).toBe(false);
    const atFirst = given(receivedAt('2026-03-02 08:00', reception)).state();
    expect(mayHere(command, atFirst, anOffice({ actor: anOfficer('clerk') }))).toBe(false);
    expect(
      mayHere(
        { type: 'assign', body: { departmentCode: 'kinh-te' } },
        null,
        anOffice({ actor: anOfficer('head', ['tu-phap']) }),
      ),
    ).toBe(false);
  });

  it('let a head take into the department what nobody holds', () => {
    const held = given(receivedAt('2026-03-02 08:00', theProduct)).state();
    const assign = { type: 'assign', body: { departmentCode: 'tu-phap' } } as const;
    expect(held.holder).toBeNull();
    expect(mayHere(assign, held, anOffice({ actor: anOfficer('head', ['tu-phap']) }))).toBe(true);
    expect(mayHere(assign, held, anOffice({ actor: anOfficer('head', ['kinh-te']) }))).toBe(false);
  });

  it('let the counter issue and return only what is wholly its own', () => {
    const state = given(receivedAt('2026-03-02 08:00', reception)).state();
    const command = { type: 'issue-result', body: {} } as const;
    const counter = { key: 'a', name: 'A', role: 'reception', allowanceHours: 1 } as const;
    const here = (procedure: Partial<Parameters<typeof aProcedure>[0]>): boolean =>
      mayHere(command, state, anOffice({ actor: reception, procedure: aProcedure(procedure) }));
    expect(here({ steps: [counter] })).toBe(true);
    expect(here({ steps: [counter, { ...counter, key: 'b', role: 'clerk' }] })).toBe(false);
    expect(here({ steps: [] })).toBe(false);
  });

  it('never bind the product itself', () => {
    const state = given(receivedAt('2026-03-02 08:00', reception)).state();
    expect(mayHere({ type: 'withdraw', body: {} }, state, anOffice({ actor: theProduct }))).toBe(
      true,
    );
  });
});

describe('an approval', () => {
  const received = receivedAt('2026-03-02 08:00', reception);
  const inTuPhap = given(
    received,
    act('2026-03-02 09:00', reception, 'assign', { departmentCode: 'tu-phap' }),
  ).state();
  const may = (level: 'head' | 'director', role: Role, departments: readonly string[] = []) =>
    mayApprove(level, inTuPhap, { actor: anOfficer(role, departments) });

  it('of a head is for what lies in the own department', () => {
    expect(may('head', 'head', ['tu-phap'])).toBe(true);
    expect(may('head', 'head', ['kinh-te'])).toBe(false);
    expect(
      mayApprove('head', given(received).state(), { actor: anOfficer('head', ['kinh-te']) }),
    ).toBe(true);
  });

  it('of a director is not a head’s to give, and a leader gives both', () => {
    expect(may('director', 'head', ['tu-phap'])).toBe(false);
    for (const role of ['director', 'viceChair'] as const) {
      expect(may('director', role)).toBe(true);
      expect(may('head', role)).toBe(true);
    }
    expect(may('head', 'processing', ['tu-phap'])).toBe(false);
    expect(mayApprove('director', inTuPhap, { actor: theProduct })).toBe(true);
  });
});
