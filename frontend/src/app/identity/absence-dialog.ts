import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type Absence, type User, absenceSchema, absencesPath } from '#contract/identity';
import { formatInstant, parseInstant } from '#domain/working-time';
import { identityWords } from '#wording/identity';
import { sessionWords } from '#wording/session';
import { uiWords } from '#wording/ui';
import { ApiClient, type ClientProblem, OfficeClock, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import {
  Button,
  Combobox,
  Dialog,
  Field,
  FieldInput,
  type PeriodFault,
  periodTyped,
} from '../ui/index.ts';

/** Who is away from when until when, and who stands in; or who stands in for an absence that has nobody. */
@Component({
  selector: 'mc-absence-dialog',
  imports: [Button, Combobox, Dialog, Field, FieldInput],
  templateUrl: './absence-dialog.html',
  styleUrl: './user-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AbsenceDialog {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  protected readonly words = injectWords(identityWords);
  protected readonly session = injectWords(sessionWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly colleagues = input.required<readonly User[]>();
  readonly added = output();

  /** An absence nobody stands in for, to be set anew with somebody. */
  protected readonly mended = signal<Absence | undefined>(undefined);
  protected readonly who = signal<string | undefined>(undefined);
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly substitute = signal<string | undefined>(undefined);
  protected readonly fault = signal<PeriodFault | 'who' | undefined>(undefined);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);

  readonly #choices = computed(() =>
    this.colleagues()
      .filter(({ disabled }) => !disabled)
      .map(({ id, displayName, title }) => ({
        ...{ value: id, label: displayName },
        ...(title !== null && { note: title }),
      })),
  );
  protected readonly people = this.#choices;
  protected readonly substitutes = computed(() => {
    const away = this.mended()?.user.id ?? this.who();
    return this.#choices().filter(({ value }) => value !== away);
  });

  open(mended?: Absence): void {
    this.mended.set(mended);
    for (const chosen of [this.who, this.substitute]) chosen.set(undefined);
    for (const typed of [this.from, this.to]) typed.set('');
    this.fault.set(undefined);
    this.problem.set(undefined);
    this.dialog().open();
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const body = this.#body();
    if (this.busy() || body === undefined) return;
    this.busy.set(true);
    const problem = (await this.#endMended()) ?? (await this.#add(body));
    this.busy.set(false);
    this.problem.set(problem);
    if (problem !== undefined) return;
    this.dialog().close();
    this.added.emit();
  }

  async #add(body: object): Promise<ClientProblem | undefined> {
    const key = newActKey();
    const answer = await this.#api.act({ path: absencesPath, body, answer: absenceSchema, key });
    return answer.ok ? undefined : answer.problem;
  }

  /** Two absences of one person never overlap: the one without a substitute makes room. */
  async #endMended(): Promise<ClientProblem | undefined> {
    const mended = this.mended();
    if (mended === undefined) return undefined;
    const answer = await this.#api.act({ path: `${absencesPath}/${mended.id}/end` });
    if (!answer.ok && answer.problem.code !== 'not-found') return answer.problem;
    return undefined;
  }

  #body(): object | undefined {
    const [mended, unitId] = [this.mended(), this.#session.unit()?.id];
    const substituteId = this.substitute() ?? null;
    if (mended === undefined) return this.#typed({ unitId, substituteId });
    const now = this.#clock.now();
    const begins = parseInstant(mended.from);
    const isCurrent = now !== undefined && begins !== undefined && begins <= now;
    return {
      ...{ unitId: mended.unitId, userId: mended.user.id, substituteId, to: mended.to },
      ...(!isCurrent && { from: mended.from }),
    };
  }

  #typed(also: object): object | undefined {
    const [now, userId] = [this.#clock.now(), this.who()];
    if (now === undefined) return undefined;
    const typed = periodTyped({ from: this.from(), to: this.to() }, now);
    const fault = 'fault' in typed ? typed.fault : undefined;
    this.fault.set(userId === undefined ? 'who' : fault);
    if ('fault' in typed || userId === undefined) return undefined;
    const { from, to } = typed.period;
    return {
      ...{ ...also, userId, to: formatInstant(to) },
      ...(from !== undefined && { from: formatInstant(from) }),
    };
  }
}
