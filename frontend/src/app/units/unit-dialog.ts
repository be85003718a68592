import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  type ResetLink,
  type User,
  resetLinkSchema,
  userSchema,
  usersPath,
} from '#contract/identity';
import { type Unit, unitCode, unitSchema, unitsPath } from '#contract/units';
import { uiWords } from '#wording/ui';
import { unitWords } from '#wording/units';
import { ApiClient, type ClientProblem, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Dialog, Field, FieldInput } from '../ui/index.ts';

export interface MadeUnit {
  readonly unit: Unit;
  readonly admin?: { readonly user: User; readonly link: ResetLink };
  /** Why there is no administrator although one was named: the unit is there all the same. */
  readonly problem?: ClientProblem;
}

type Level = NonNullable<Unit['level']>;
const LEVELS: readonly Level[] = ['xa', 'phuong', 'dacKhu'];

/** A unit added below the city, with its first administrator; or its name and level changed. */
@Component({
  selector: 'mc-unit-dialog',
  imports: [Button, Dialog, Field, FieldInput],
  templateUrl: './unit-dialog.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitDialog {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(unitWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly made = output<MadeUnit>();
  readonly changed = output<Unit>();

  protected readonly levels = LEVELS;
  protected readonly unit = signal<Unit | undefined>(undefined);
  protected readonly name = signal('');
  protected readonly code = signal('');
  protected readonly level = signal<Level>('xa');
  protected readonly adminName = signal('');
  protected readonly username = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  protected readonly heading = computed(() => {
    const { add, renaming } = this.words().units;
    const known = this.unit();
    return known === undefined ? add : renaming(known.name);
  });
  protected readonly hasAdmin = computed(
    () => this.adminName().trim() !== '' || this.username().trim() !== '',
  );
  protected readonly faults = computed(() => {
    const { units } = this.words();
    const isNew = this.unit() === undefined;
    const isCode = unitCode.safeParse(this.code().trim()).success;
    const isNamed = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/.test(this.username().trim());
    return {
      name: this.name().trim() === '' ? units.nameMissing : undefined,
      code: isNew && !isCode ? units.codeMissing : undefined,
      username: this.hasAdmin() && !isNamed ? units.usernameMissing : undefined,
      adminName: this.hasAdmin() && this.adminName().trim() === '' ? units.nameMissing : undefined,
    };
  });

  open(unit?: Unit): void {
    this.unit.set(unit);
    this.name.set(unit?.name ?? '');
    this.level.set(unit?.level ?? 'xa');
    for (const typed of [this.code, this.adminName, this.username]) typed.set('');
    this.tried.set(false);
    this.problem.set(undefined);
    this.dialog().open();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected chooseLevel(text: string): void {
    this.level.set(LEVELS.find((each) => each === text) ?? 'xa');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const isFaulty = Object.values(this.faults()).some((fault) => fault !== undefined);
    if (this.busy() || isFaulty) return;
    this.busy.set(true);
    const known = this.unit();
    await (known === undefined ? this.#make() : this.#change(known));
    this.busy.set(false);
  }

  async #change({ id, kind }: Unit): Promise<void> {
    const body = { name: this.name().trim(), ...(kind === 'commune' && { level: this.level() }) };
    const path = `${unitsPath}/${id}`;
    const answer = await this.#api.act({ method: 'PATCH', path, body, answer: unitSchema });
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.dialog().close();
    this.changed.emit(answer.value);
  }

  async #make(): Promise<void> {
    const city = this.#session.unit();
    const body = {
      ...{ code: this.code().trim(), name: this.name().trim(), kind: 'commune' },
      ...{ level: this.level(), parentCode: city?.code },
    };
    const key = newActKey();
    const answer = await this.#api.act({ path: unitsPath, body, answer: unitSchema, key });
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const unit = answer.value;
    const admin = this.hasAdmin() ? await this.#makeAdmin(unit.id) : {};
    this.dialog().close();
    this.made.emit({ unit, ...admin });
  }

  async #makeAdmin(unitId: number): Promise<Omit<MadeUnit, 'unit'>> {
    const body = {
      ...{ username: this.username().trim(), displayName: this.adminName().trim(), unitId },
      memberships: [{ unitId, roles: ['admin'] }],
    };
    const key = newActKey();
    const user = await this.#api.act({ path: usersPath, body, answer: userSchema, key });
    if (!user.ok) return { problem: user.problem };
    const path = `${usersPath}/${user.value.id}/reset-link`;
    const link = await this.#api.act({ path, answer: resetLinkSchema });
    if (!link.ok) return { problem: link.problem };
    return { admin: { user: user.value, link: link.value } };
  }
}
