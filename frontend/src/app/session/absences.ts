import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { type Absence, absencePageSchema, absencesPath } from '#contract/identity';
import { parseInstant, timeOfDay } from '#domain/working-time';
import { sessionWords } from '#wording/session';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { dateText, injectWords, momentText } from '../language/index.ts';
import { Badge, Button, Confirmations, Notice, Toasts, Waiting, lastDayOf } from '../ui/index.ts';
import { AbsenceForm } from './absence-form.ts';

/** Who is away in the unit and who acts in their place; one's own to be told, and ended. */
@Component({
  selector: 'mc-absences',
  imports: [AbsenceForm, Badge, Button, Notice, Waiting],
  templateUrl: './absences.html',
  styleUrls: ['./session-list.css', './absences.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Absences {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #confirmations = inject(Confirmations);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sessionWords);
  protected readonly problemOf = problemOf;

  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #me = computed(() => this.#session.me()?.user.id);
  protected readonly absences = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(absencesPath, absencePageSchema, { query: { unitId, limit: 500 }, abort }),
  });

  /** Whose work is mine just now. */
  protected readonly standing = computed(() => {
    const names = this.#session.unit()?.standsInFor.map(({ displayName }) => displayName) ?? [];
    return names.length === 0 ? undefined : this.words().absences.standing(names.join(', '));
  });

  protected readonly rows = computed(() => {
    const items = this.absences.hasValue() ? this.absences.value().items : [];
    const isPlanner = this.#session.may('absences.write');
    return items.map((absence) => ({
      absence,
      isMine: absence.user.id === this.#me(),
      mayEnd: absence.user.id === this.#me() || isPlanner,
      period: this.#periodOf(absence),
      substitute: this.#substituteOf(absence),
    }));
  });

  protected async added(): Promise<void> {
    this.#toasts.done(this.words().absences.added);
    await this.#lookAgain();
  }

  protected async end({ id, state }: Absence): Promise<void> {
    const { endQuestion, endText, cancel, end, ended } = this.words().absences;
    const act = state === 'upcoming' ? cancel : end;
    const question = { heading: endQuestion, text: endText, act, danger: true };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    const answer = await this.#api.act({ path: `${absencesPath}/${id}/end` });
    if (answer.ok) this.#toasts.done(ended);
    else this.#toasts.failed(answer.problem.detail);
    await this.#lookAgain();
  }

  #substituteOf({ substitute }: Absence): string {
    const { by, byMe, byNobody } = this.words().absences;
    if (substitute === null) return byNobody;
    return substitute.id === this.#me() ? byMe : by(substitute.displayName);
  }

  #periodOf(absence: Absence): string {
    const { period, endOf } = this.words().absences;
    const [from, to] = [parseInstant(absence.from), parseInstant(absence.to)];
    if (from === undefined || to === undefined) return '';
    const lastDay = lastDayOf(to);
    return period(
      timeOfDay(from) === 0 ? dateText(from) : momentText(from),
      lastDay === undefined ? momentText(to) : endOf(dateText(lastDay)),
    );
  }

  /** What one may do changes with who is away. */
  async #lookAgain(): Promise<void> {
    this.absences.reload();
    await this.#session.resume();
  }
}
