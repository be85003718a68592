import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import {
  type Me,
  type Permission,
  type Switch,
  type UnitOfMine,
  type Unlock,
  lockPath,
  loginPath,
  logoutPath,
  mePath,
  meSchema,
  switchPath,
  unlockPath,
} from '#contract/identity';
import type { Role } from '#domain/dossier';
import { ApiClient } from './api-client.ts';
import type { Answer } from './client-problem.ts';
import { Drafts } from './drafts.ts';
import { NEW_PAGE } from './new-page.ts';
import { OfficeClock } from './office-clock.ts';
import { SessionTabs, type TabWord } from './session-tabs.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly totp?: string;
  readonly rememberDevice?: boolean;
}

const UNIT = 'motcua-unit';

/** Who works here, for which unit, and what they may do. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #api = inject(ApiClient);
  readonly #clock = inject(OfficeClock);
  readonly #drafts = inject(Drafts);
  readonly #tabs = inject(SessionTabs);
  readonly #newPage = inject(NEW_PAGE);
  readonly #storage = inject(DOCUMENT).defaultView?.sessionStorage;
  readonly #me = signal<Me | undefined>(undefined);
  readonly #chosenUnit = signal<number | undefined>(undefined);

  readonly me = this.#me.asReadonly();
  readonly interruption = this.#api.interruption;
  readonly units = computed(() => this.#me()?.units ?? []);

  /** The unit the screens speak of. */
  readonly unit = computed<UnitOfMine | undefined>(() => {
    const units = this.units();
    return units.find(({ id }) => id === this.#chosenUnit()) ?? units[0];
  });

  /** What the person has to do before anything else is answered. */
  readonly owes = computed(() => {
    const user = this.#me()?.user;
    if (user?.mustChangePassword === true) return 'password';
    return user?.secondFactor === 'required' ? 'secondFactor' : undefined;
  });

  constructor() {
    this.#tabs.listen((word) => this.#hear(word));
  }

  /** Asks who is signed in on this browser; false when nobody is. */
  async resume(): Promise<boolean> {
    const remembered = Number(this.#storage?.getItem(UNIT));
    if (Number.isInteger(remembered)) this.#chosenUnit.set(remembered);
    try {
      this.#enter(await this.#api.read(mePath, meSchema));
      return true;
    } catch {
      return false;
    }
  }

  async signIn(credentials: Credentials): Promise<Answer<Me>> {
    const answer = await this.#api.act({ path: loginPath, body: credentials, answer: meSchema });
    if (!answer.ok) return answer;
    // Another person's drafts are another person's.
    if (this.#me() !== undefined && this.#me()?.user.id !== answer.value.user.id) this.leave();
    this.#come(answer.value);
    return answer;
  }

  async signOut(): Promise<void> {
    await this.#api.act({ path: logoutPath });
    this.#tabs.tell({ kind: 'gone', keepsDrafts: false });
    this.leave();
  }

  /** Makes room for a colleague. What was being typed waits here for whoever typed it. */
  async giveWay(): Promise<void> {
    await this.#api.act({ path: logoutPath });
    this.#tabs.tell({ kind: 'gone', keepsDrafts: true });
    this.#forgetUnit();
    this.#newPage();
  }

  /** Locks the screen; drafts stay. Without a connection it is at least covered. */
  async lock(): Promise<void> {
    const answer = await this.#api.act({ path: lockPath });
    if (!answer.ok && answer.problem.code !== 'offline') return;
    this.#api.interrupt('locked');
    this.#tabs.tell({ kind: 'locked' });
  }

  async unlock(shown: Unlock): Promise<Answer<Me>> {
    const answer = await this.#api.act({ path: unlockPath, body: shown, answer: meSchema });
    if (answer.ok) this.#come(answer.value);
    return answer;
  }

  /** The next colleague at this desk, by their short number. Each keeps their own drafts. */
  async changePerson(next: Switch): Promise<Answer<Me>> {
    const answer = await this.#api.act({ path: switchPath, body: next, answer: meSchema });
    if (!answer.ok) return answer;
    const former = this.#me()?.user.id;
    if (former === undefined || former === answer.value.user.id) this.#come(answer.value);
    else this.#handOver(answer.value.user.id);
    return answer;
  }

  /** Forgets the person, and what was theirs, on this browser. */
  leave(): void {
    this.#drafts.clear();
    this.#forgetUnit();
    this.#me.set(undefined);
    this.#api.forget();
  }

  choose(unitId: number): void {
    this.#chosenUnit.set(unitId);
    this.#storage?.setItem(UNIT, String(unitId));
  }

  may(permission: Permission): boolean {
    return this.unit()?.permissions.includes(permission) ?? false;
  }

  has(role: Role): boolean {
    return this.unit()?.roles.includes(role) ?? false;
  }

  #forgetUnit(): void {
    this.#storage?.removeItem(UNIT);
    this.#chosenUnit.set(undefined);
  }

  /** This page still holds what the former read and typed: it ends, and the next has one of their own. */
  #handOver(userId: string): void {
    this.#tabs.tell({ kind: 'here', userId });
    this.#forgetUnit();
    this.#newPage();
  }

  /** One browser has one session: what happens to it on one page happens on all. */
  #hear(word: TabWord): void {
    const me = this.#me()?.user.id;
    if (me === undefined || word.kind === 'alive') return;
    if (word.kind === 'locked') this.#api.interrupt('locked');
    else if (word.kind === 'here' && word.userId === me) void this.resume();
    else this.#follow(word);
  }

  /** Somebody else is here now, or nobody. */
  #follow(word: TabWord): void {
    if (word.kind === 'gone' && !word.keepsDrafts) this.#drafts.clear();
    this.#forgetUnit();
    this.#newPage();
  }

  #enter(me: Me): void {
    this.#api.trust(me.csrfToken);
    this.#drafts.belongTo(me.user.id);
    this.#clock.set(me.clock);
    this.#me.set(me);
    if (me.locked) this.#api.interrupt('locked');
  }

  #come(me: Me): void {
    this.#enter(me);
    this.#tabs.tell({ kind: 'here', userId: me.user.id });
  }
}
