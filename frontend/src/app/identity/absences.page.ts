import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { type Absence, absencePageSchema, absencesPath } from '#contract/identity';
import { plusDays, startOf } from '#domain/working-time';
import { identityWords } from '#wording/identity';
import { ApiClient, OfficeClock, People, Session, problemOf } from '../api/index.ts';
import { dateText, injectWords } from '../language/index.ts';
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
import { AbsenceDialog } from './absence-dialog.ts';
import { type Gap, gapsIn } from './absence-gaps.ts';
import { STRIP_DAYS, daysFrom, mondayOf, stripOf } from './absence-strip.ts';
import { periodText, stretchText, substituteText } from './absence-words.ts';

const MOST = 500;

/** *Thay thế khi vắng mặt*: who is away in the next weeks, who stands in, and where nobody does. */
@Component({
  selector: 'mc-absences-page',
  imports: [AbsenceDialog, Badge, Button, Icon, Kbd, Notice, Page, Waiting],
  templateUrl: './absences.page.html',
  styleUrl: './absences.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AbsencesPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly people = inject(People);
  protected readonly words = injectWords(identityWords);
  protected readonly dateText = dateText;
  protected readonly dialog = viewChild.required(AbsenceDialog);
  /** How many stretches of four weeks after this one. */
  protected readonly ahead = signal(0);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly list = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(absencesPath, absencePageSchema, { query: { unitId, limit: MOST }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.list.error()));
  readonly #absences = computed(() => (this.list.hasValue() ? this.list.value().items : []));

  readonly #first = computed(
    () => {
      const now = this.#clock.now();
      return now === undefined ? undefined : plusDays(mondayOf(now), this.ahead() * STRIP_DAYS);
    },
    { equal: (one, other) => one === other },
  );
  protected readonly days = computed(() => {
    const [first, now] = [this.#first(), this.#clock.now()];
    return first === undefined || now === undefined ? [] : daysFrom(first, now);
  });
  protected readonly strip = computed(() => {
    const first = this.#first();
    return first === undefined ? [] : stripOf(this.#absences(), first);
  });
  protected readonly begins = computed(() => {
    const first = this.#first();
    return first === undefined ? '' : this.words().absences.onDay(dateText(startOf(first)));
  });

  protected readonly gaps = computed(() =>
    gapsIn(this.#absences(), this.people.users()).map((gap) => ({
      gap,
      text: this.words().absences.gap(gap.absence.user.displayName, this.#stretch(gap)),
      why: this.words().absences.why[gap.why],
    })),
  );
  protected readonly rows = computed(() => {
    const { absences: words } = this.words();
    return this.#absences().map((absence) => ({
      absence,
      period: periodText(absence, words),
      substitute: substituteText(absence, words),
    }));
  });

  constructor() {
    const label = computed(() => this.words().absences.add);
    injectShortcut('n', label, () => this.dialog().open());
  }

  protected go(by: number): void {
    this.ahead.update((ahead) => (by === 0 ? 0 : Math.max(0, ahead + by)));
  }

  protected barText(absence: Absence): string {
    const { absences: words } = this.words();
    const [period, substitute] = [periodText(absence, words), substituteText(absence, words)];
    return words.barOf(absence.user.displayName, period, substitute);
  }

  protected added(): void {
    this.#toasts.done(this.words().absences.added);
    this.list.reload();
  }

  protected async end({ id, state, user }: Absence): Promise<void> {
    const { absences: words } = this.words();
    const act = state === 'upcoming' ? words.cancel : words.end;
    const question = { heading: words.endQuestion(user.displayName), text: words.endText };
    if ((await this.#confirmations.ask({ ...question, act, danger: true })) === undefined) return;
    const answer = await this.#api.act({ path: `${absencesPath}/${id}/end` });
    if (answer.ok) this.#toasts.done(words.ended);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    this.list.reload();
  }

  #stretch(gap: Gap): string {
    return stretchText(gap, this.words().absences);
  }
}
