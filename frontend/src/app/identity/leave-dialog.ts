import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { type User, holdingsSchema, userSchema, usersPath } from '#contract/identity';
import { identityWords } from '#wording/identity';
import { uiWords } from '#wording/ui';
import { ApiClient, type ClientProblem, People, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Combobox, Dialog, Notice, Toasts, Waiting } from '../ui/index.ts';
import { onlyHeadOf } from './user-lines.ts';

/** An account is closed: what lies on that desk is told first, and goes to a colleague. */
@Component({
  selector: 'mc-leave-dialog',
  imports: [Button, Combobox, Dialog, Notice, Waiting],
  templateUrl: './leave-dialog.html',
  styleUrl: './user-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeaveDialog {
  readonly #api = inject(ApiClient);
  readonly #people = inject(People);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(identityWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly colleagues = input.required<readonly User[]>();
  readonly left = output<User>();

  protected readonly user = signal<User | undefined>(undefined);
  protected readonly handOnTo = signal<string | undefined>(undefined);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);

  protected readonly heading = computed(() =>
    this.words().leave.heading(this.user()?.displayName ?? ''),
  );
  protected readonly holdings = resource({
    params: () => this.user()?.id,
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(`${usersPath}/${id}/holdings`, holdingsSchema, { abort }),
  });
  protected readonly failed = computed(() => problemOf(this.holdings.error()));
  protected readonly holdsWork = computed(
    () => this.holdings.hasValue() && this.holdings.value().openDossiers > 0,
  );

  /** What goes with them, line by line. */
  protected readonly lines = computed<readonly string[]>(() => {
    const { leave } = this.words();
    const [user, unitId] = [this.user(), this.#session.unit()?.id];
    if (!this.holdings.hasValue() || user === undefined || unitId === undefined) return [];
    const { openDossiers, overdueDossiers, standsInFor } = this.holdings.value();
    const told = (count: number, line: (text: string) => string): readonly string[] =>
      count > 0 ? [line(numberText(count))] : [];
    const headed = onlyHeadOf(user, this.colleagues(), unitId);
    return [
      ...told(openDossiers, leave.dossiers),
      ...told(overdueDossiers, leave.overdue),
      ...told(standsInFor, leave.standsIn),
      ...headed.map((code) => leave.onlyHead(this.#people.departmentOf(code) ?? code)),
    ];
  });

  protected readonly choices = computed(() =>
    this.colleagues()
      .filter(({ id, disabled }) => id !== this.user()?.id && !disabled)
      .map(({ id, displayName, title }) => ({
        ...{ value: id, label: displayName },
        ...(title !== null && { note: title }),
      })),
  );
  protected readonly fault = computed(() =>
    this.tried() && this.handOnTo() === undefined ? this.words().leave.handOnMissing : undefined,
  );

  open(user: User): void {
    this.user.set(user);
    this.handOnTo.set(undefined);
    this.tried.set(false);
    this.problem.set(undefined);
    this.dialog().open();
  }

  protected async leave(): Promise<void> {
    const [user, handOnTo] = [this.user(), this.handOnTo()];
    this.tried.set(true);
    if (user === undefined || this.busy() || !this.#isAnswered()) return;
    this.busy.set(true);
    const body = { disabled: true, ...(handOnTo !== undefined && { handOnTo }) };
    const path = `${usersPath}/${user.id}`;
    const answer = await this.#api.act({ method: 'PATCH', path, body, answer: userSchema });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.dialog().close();
    this.#toasts.done(this.words().leave.done(user.displayName));
    this.left.emit(answer.value);
  }

  /** What is held is known, and goes to somebody. */
  #isAnswered(): boolean {
    return this.holdings.hasValue() && (!this.holdsWork() || this.handOnTo() !== undefined);
  }
}
