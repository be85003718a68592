import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  viewChild,
} from '@angular/core';
import { type User, userPageSchema, usersPath } from '#contract/identity';
import {
  type Department,
  departmentPageSchema,
  departmentSchema,
  departmentsPath,
} from '#contract/units';
import { unitWords } from '#wording/units';
import { ApiClient, type ClientProblem, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Icon,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import { DepartmentDialog } from './department-dialog.ts';
import { departmentLines } from './department-lines.ts';

const MOST = 500;

/** *Phòng, bộ phận*: where dossiers wait, who heads it, who works there. */
@Component({
  selector: 'mc-departments',
  imports: [Badge, Button, DepartmentDialog, Icon, Kbd, Notice, Page, Waiting],
  templateUrl: './departments.page.html',
  styleUrl: './departments.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DepartmentsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(unitWords);
  protected readonly numberText = numberText;
  protected readonly dialog = viewChild.required(DepartmentDialog);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(departmentsPath, departmentPageSchema, {
        query: { unitId, limit: MOST, closed: true },
        abort,
      }),
  });
  readonly #users = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(usersPath, userPageSchema, { query: { unitId, limit: MOST }, abort }),
  });
  protected readonly problem = computed(
    () => problemOf(this.list.error()) ?? problemOf(this.#users.error()),
  );
  protected readonly lines = computed(() => {
    const departments = this.list.hasValue() ? this.list.value().items : [];
    const users: readonly User[] = this.#users.hasValue() ? this.#users.value().items : [];
    return departmentLines(departments, users);
  });
  protected readonly isThere = computed(() => this.list.hasValue() && this.#users.hasValue());

  constructor() {
    const label = computed(() => this.words().departments.add);
    injectShortcut('n', label, () => this.dialog().open());
  }

  protected reload(): void {
    this.list.reload();
    this.#users.reload();
  }

  protected async giveUp(department: Department): Promise<void> {
    const { giveUpQuestion, giveUpText: text, giveUp: act, gaveUp } = this.words().departments;
    const question = { heading: giveUpQuestion(department.name), text, act, danger: true };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    await this.#close(department, true, gaveUp(department.name));
  }

  protected async reopen(department: Department): Promise<void> {
    await this.#close(department, false, this.words().departments.reopened(department.name));
  }

  async #close({ code, unitId }: Department, closed: boolean, said: string): Promise<void> {
    const path = `${departmentsPath}/${code}`;
    const body = { unitId, closed };
    const answer = await this.#api.act({ method: 'PATCH', path, body, answer: departmentSchema });
    if (answer.ok) this.#toasts.done(said);
    else this.#toasts.failed(this.#why(answer.problem));
    this.reload();
  }

  /** How much is still there, where that is what stands in the way. */
  #why({ code, title, detail, facts }: ClientProblem): string {
    if (code !== 'department-in-use') return `${title}. ${detail}`;
    const told = (count: unknown): string => numberText(typeof count === 'number' ? count : 0);
    return this.words().departments.inUse(told(facts['members']), told(facts['dossiers']));
  }
}
