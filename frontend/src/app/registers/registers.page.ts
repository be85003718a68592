import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  registerEntrySchema,
  registerFiguresSchema,
  registerPageSchema,
  registersPath,
  type RegisterEntryAnswer,
  type RegisterFiguresAnswer,
} from '#contract/registers';
import {
  REGISTER_KINDS,
  feedbackStanding,
  fieldsOf,
  type RegisterField,
  type RegisterKind,
} from '#domain/register';
import { cumulativeTo } from '#domain/report';
import { dayOf, formatDay, parseDay } from '#domain/working-time';
import { registerWords } from '#wording/registers';
import {
  ApiClient,
  OfficeCalendar,
  OfficeClock,
  PagedList,
  Session,
  problemOf,
} from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Chips,
  Confirmations,
  DayInput,
  Field,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  dayWords,
} from '../ui/index.ts';
import { EntryDialog } from './entry-dialog.ts';
import { FeedbackOffices } from './feedback-offices.ts';
import { IndexEstimate } from './index-estimate.ts';
import { optionWord } from './option-word.ts';

type Figure = RegisterFiguresAnswer['figures'][number];

const LOOKS = {
  near: { tone: 'near', icon: 'alert' },
  overdue: { tone: 'overdue', icon: 'overdue' },
} as const;

type Look = (typeof LOOKS)[keyof typeof LOOKS] & { readonly text: string };

const PAGE = 50;
const DECIMALS = 2;

/** *Sổ theo dõi*: what a report tells beside dossiers, register by register. */
@Component({
  selector: 'mc-registers',
  imports: [
    Badge,
    Button,
    Chips,
    DayInput,
    EntryDialog,
    Field,
    IndexEstimate,
    Kbd,
    Notice,
    Page,
    Waiting,
  ],
  templateUrl: './registers.page.html',
  styleUrl: './registers.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [FeedbackOffices],
})
export class RegistersPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  readonly #office = inject(FeedbackOffices).current;
  readonly #calendar = inject(OfficeCalendar).current;
  protected readonly words = injectWords(registerWords);
  protected readonly dayWords = dayWords;
  protected readonly dialog = viewChild.required(EntryDialog);
  /** From the address bar. */
  readonly kind = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  readonly #today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? undefined : formatDay(dayOf(now));
  });
  protected readonly days = computed(
    () => {
      const now = this.#clock.now();
      if (now === undefined) return undefined;
      const { from, to } = cumulativeTo(dayOf(now));
      return { from: this.from() ?? formatDay(from), to: this.to() ?? formatDay(to) };
    },
    { equal: (one, other) => one?.from === other?.from && one?.to === other?.to },
  );
  protected readonly chosen = computed(
    (): RegisterKind => REGISTER_KINDS.find((each) => each === this.kind()) ?? 'feedback',
  );
  protected readonly chips = computed(() =>
    REGISTER_KINDS.map((value) => ({ value, label: this.words().kinds[value] })),
  );
  protected readonly fields = computed((): readonly RegisterField[] => fieldsOf(this.chosen()));
  protected readonly mayWrite = computed(() => this.#session.may('registers.write'));
  readonly #asked = computed(() => {
    const [days, unitId] = [this.days(), this.#session.unit()?.id];
    return days === undefined || unitId === undefined ? undefined : { ...days, unitId };
  });

  protected readonly list = new PagedList<RegisterEntryAnswer>((cursor, abort) => {
    const query = { ...this.#asked(), limit: PAGE, cursor };
    return this.#api.read(`${registersPath}/${this.chosen()}`, registerPageSchema, {
      query,
      abort,
    });
  });
  protected readonly counted = resource({
    params: () => this.#asked(),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${registersPath}/figures`, registerFiguresSchema, { query, abort }),
  });
  protected readonly allFigures = computed((): readonly Figure[] =>
    this.counted.hasValue() ? this.counted.value().figures : [],
  );
  protected readonly figures = computed(() =>
    this.allFigures().filter(({ kind }) => kind === this.chosen()),
  );
  /** Beside the official score stands what our own data would give. */
  protected readonly estimated = computed(() =>
    this.chosen() === 'index766' && this.#session.may('reports.read') ? this.#asked() : undefined,
  );
  protected readonly problem = computed(
    () => this.list.problem() ?? problemOf(this.counted.error()),
  );

  constructor() {
    effect(() => {
      this.chosen();
      if (this.#asked() !== undefined) untracked(() => void this.list.reload());
    });
    injectShortcut(
      'n',
      computed(() => this.words().add),
      () => this.add(),
    );
  }

  protected go(queryParams: Readonly<Record<string, string | undefined>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected reload(): void {
    void this.list.reload();
    this.counted.reload();
  }

  protected add(): void {
    const [unitId, day] = [this.#session.unit()?.id, this.#today()];
    if (unitId === undefined || day === undefined || !this.mayWrite()) return;
    this.dialog().begin({ kind: this.chosen(), unitId, day, office: this.#office() });
  }

  protected edit(entry: RegisterEntryAnswer): void {
    const { kind, unitId, day } = entry;
    this.dialog().begin({ kind, unitId, day, entry, office: this.#office() });
  }

  protected async remove({ id, kind, revision, day, values }: RegisterEntryAnswer): Promise<void> {
    const { removeHeading: heading, removeText: text, remove: act } = this.words();
    if ((await this.#confirmations.ask({ heading, text, act, danger: true })) === undefined) return;
    const answer = await this.#api.act({
      method: 'PUT',
      path: `${registersPath}/${kind}/${id}`,
      body: { revision, day, values, removed: true },
      answer: registerEntrySchema,
    });
    if (answer.ok) this.#toasts.done(this.words().removed);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    this.reload();
  }

  /** What of the day to answer by needs somebody: it is near, or over. */
  protected lookOf({ kind, values }: RegisterEntryAnswer): Look | undefined {
    const [calendar, today] = [this.#calendar(), parseDay(this.#today() ?? '')];
    if (kind !== 'feedback' || calendar === undefined || today === undefined) return undefined;
    const standing = feedbackStanding(values, today, calendar);
    if (standing !== 'near' && standing !== 'overdue') return undefined;
    return { ...LOOKS[standing], text: this.words().standings[standing] };
  }

  protected text({ key, type }: RegisterField, { kind, values }: RegisterEntryAnswer): string {
    const value = values[key];
    if (value === undefined) return '–';
    if (typeof value === 'number') return this.#numberText(value);
    if (type === 'day') return dayWords(value);
    return type === 'choice' ? optionWord(this.words(), kind, value) : value;
  }

  protected figureName({ kind, key, group }: Figure): string {
    const name = this.words().figures[key] ?? key;
    return group === null ? name : `${name}: ${optionWord(this.words(), kind, group)}`;
  }

  protected figureText({ value }: Figure): string {
    return this.#numberText(value);
  }

  #numberText(value: number): string {
    return numberText(value, Number.isInteger(value) ? 0 : DECIMALS);
  }
}
