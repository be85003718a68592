import { Inject, Injectable } from '@nestjs/common';
import type { Me, UnitOfMine } from '#contract/identity';
import { DEFAULT_UNIT_SETTINGS } from '#contract/units';
import { csrfTokenOf } from '../../platform/auth/foreign-request.ts';
import type { ActorUnit, RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { officeTimeOf } from '../../platform/clock/office-time.ts';
import { EVALUATES } from '../../platform/config/tokens.ts';
import { Desks } from '../desk/desks.service.ts';
import { Authentication } from '../session/authentication.service.ts';
import { UserStore } from '../users/user-store.ts';

import type { Brought } from './brought.ts';

/** Who is signed in, as the screens ask first of all. */
@Injectable()
export class MeService {
  readonly #users: UserStore;

  readonly #authentication: Authentication;
  readonly #desks: Desks;
  readonly #clock: Clock;
  readonly #evaluates: boolean;

  // eslint-disable-next-line max-params -- one for each thing that is told
  constructor(
    @Inject(UserStore) users: UserStore,
    @Inject(Authentication) authentication: Authentication,
    @Inject(Desks) desks: Desks,
    @Inject(CLOCK) clock: Clock,
    @Inject(EVALUATES) evaluates: boolean,
  ) {
    this.#users = users;
    this.#authentication = authentication;
    this.#desks = desks;
    this.#clock = clock;
    this.#evaluates = evaluates;
  }

  /** As `describe`, for a session that was opened or unlocked a moment ago. */
  async ofSession(brought: Brought): Promise<Me> {
    const actor = await this.#authentication.bySession(brought.session ?? '');
    if (actor === undefined) throw new Error('a session that was just opened is not there');
    return this.describe(actor, brought);
  }

  async describe(actor: RequestActor, brought: Brought): Promise<Me> {
    const account = await this.#users.get(actor.id);
    const { id, username, displayName, title, signingForm, mustChangePassword, hasPin } = account;
    const isMissing = actor.restriction === 'second-factor-required';
    const secondFactor = account.hasSecondFactor ? 'enrolled' : isMissing ? 'required' : 'none';
    return {
      user: {
        ...{ id, username, displayName, title, signingForm },
        ...{ mustChangePassword, secondFactor, hasPin },
      },
      units: actor.units.map(unitOfMine),
      csrfToken: csrfTokenOf(brought.session ?? ''),
      locked: actor.restriction === 'session-locked',
      lockAfterMinutes: actor.lockAfterMinutes ?? DEFAULT_UNIT_SETTINGS.lockAfterMinutes,
      desk: (await this.#desks.find(brought.desk)) ?? null,
      clock: officeTimeOf(this.#clock),
      evaluation: this.#evaluates,
    };
  }
}

const unitOfMine = ({ departments, ...unit }: ActorUnit): UnitOfMine => ({
  id: unit.id,
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  level: unit.level,
  roles: unit.roles,
  departmentCode: departments[0] ?? null,
  departments,
  standsInFor: unit.standsInFor,
  permissions: unit.permissions,
});
