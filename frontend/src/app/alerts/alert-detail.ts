import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  resource,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AlertItem, alertStoryPath, alertStorySchema } from '#contract/alerts';
import { workingBetween } from '#domain/working-time';
import { alertWords } from '#wording/alerts';
import { noticeWords } from '#wording/notices';
import { uiWords } from '#wording/ui';
import {
  ApiClient,
  OfficeCalendar,
  OfficeClock,
  Session,
  Sources,
  problemOf,
} from '../api/index.ts';
import { CALENDAR_PLACE } from '../calendars/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { DOSSIER_PLACE, REGISTER_PLACE } from '../shell/index.ts';
import { Badge, Button, Code, Icon, Kbd, Notice, Waiting, spanText } from '../ui/index.ts';
import { lookOf, momentOf, sentenceOf } from './alert-looks.ts';
import { AlertWatch } from './alert-watch.ts';
import { Recipients } from './recipients.ts';
import { stepWords } from './step-words.ts';
import { thresholdWords } from './threshold-words.ts';
import { timeWords } from './time-words.ts';

const DATE_LENGTH = '2026-01-15'.length;

export type AlertAct = 'acknowledge' | 'snooze' | 'answer' | 'doneAtSource';

/** One alert whole: what it is, why it came here, what became of it, where it climbs, and what to do. */
@Component({
  selector: 'mc-alert-detail',
  imports: [Badge, Button, Code, Icon, Kbd, Notice, RouterLink, Waiting],
  templateUrl: './alert-detail.html',
  styleUrl: './alert-detail.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', tabindex: '0', '[attr.aria-label]': 'words().detail' },
})
export class AlertDetail {
  readonly #api = inject(ApiClient);
  readonly #sources = inject(Sources);
  readonly #recipients = inject(Recipients);
  readonly #session = inject(Session);
  readonly #watch = inject(AlertWatch);
  readonly #clock = inject(OfficeClock);
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #notices = injectWords(noticeWords);
  protected readonly words = injectWords(alertWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly place = DOSSIER_PLACE;
  protected readonly registerPlace = `/${REGISTER_PLACE}`;
  protected readonly calendarPlace = `/${CALENDAR_PLACE}`;
  protected readonly readMoment = readMoment;
  protected readonly problemOf = problemOf;

  readonly alert = input.required<AlertItem>();
  readonly busy = input(false);
  readonly acted = output<AlertAct>();
  readonly closed = output();

  protected readonly story = resource({
    params: () => this.alert().id,
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(alertStoryPath.replace(':id', id), alertStorySchema, { abort }),
  });

  protected readonly look = computed(() => lookOf(this.alert(), this.words()));
  protected readonly sentence = computed(() =>
    sentenceOf(this.alert(), this.#notices(), (source) => this.#sources.nameOf(source)),
  );
  protected readonly time = computed(() =>
    timeWords(this.alert(), {
      ...{ now: this.#clock.now(), calendar: this.#calendar(), ui: this.ui() },
    }),
  );
  /** The year that has no calendar, for whoever can give it one. */
  protected readonly calendarYear = computed(() => {
    const { kind, subject } = this.alert();
    return kind === 'calendar.missing' && this.#session.may('calendars.write')
      ? subject.id
      : undefined;
  });
  /** The day of the feedback in its register, for whoever keeps it. */
  protected readonly feedbackDay = computed(() => {
    const { subject } = this.alert();
    return subject.kind === 'feedback' && this.#session.may('registers.read')
      ? subject.id.slice(0, DATE_LENGTH)
      : undefined;
  });
  protected readonly mayAct = computed(() => this.alert().status !== 'closed');
  protected readonly mayAnswer = computed(
    () => this.mayAct() && this.alert().level === 'officer' && this.alert().dossierId !== null,
  );

  /** *Lý do nhận cảnh báo*: rule, threshold, who one is to the matter, and how high it has come. */
  protected readonly reasons = computed(() => {
    const [alert, words] = [this.alert(), this.words()];
    const threshold = thresholdWords(alert.threshold, words.thresholds, this.ui().span);
    const absent = alert.standsInFor;
    return [
      words.because(this.#notices().reasons[alert.reason]),
      ...(absent === null ? [] : [words.inPlaceOf(this.#recipients.nameOf(absent))]),
      words.rule(words.kinds[alert.kind], threshold),
      words.step(words.levels[alert.level]),
      ...(alert.hush === null ? [] : [words.hush[alert.hush]]),
    ];
  });

  protected readonly facts = computed(() => {
    const [alert, words] = [this.alert(), this.words()];
    const { snoozedUntil, closedBecause } = alert;
    return [
      {
        label: words.due,
        text: [readMoment(alert.dueAt), this.time()].filter(Boolean).join(' · '),
      },
      { label: words.raisedAt, text: readMoment(alert.raisedAt) },
      { label: words.to, text: this.#recipients.textOf(alert.recipient) },
      ...(snoozedUntil === null ? [] : [{ label: words.until, text: readMoment(snoozedUntil) }]),
      ...(closedBecause === null
        ? []
        : [{ label: words.tabs.closed, text: words.closedBecause[closedBecause] }]),
    ];
  });

  protected readonly answer = computed(() => {
    const { answer } = this.alert();
    if (answer === null) return undefined;
    const words = this.words();
    const steps = this.story.hasValue() ? this.story.value().steps : [];
    const said = steps.findLast(({ act, at }) => act === 'answered' && at === answer.at);
    return {
      kind: words.difficulties[answer.kind] ?? answer.kind,
      by: words.answeredBy(this.#recipients.nameOf(answer.by), readMoment(answer.at)),
      text: said?.text ?? undefined,
    };
  });

  /** Where it climbs if nobody does anything, counted down in working time. */
  protected readonly next = computed(() => {
    const next = this.story.hasValue() ? this.story.value().next : null;
    const [now, calendar, words] = [this.#clock.now(), this.#calendar(), this.words()];
    if (next === null || now === undefined || calendar === undefined) return undefined;
    const left = workingBetween(calendar, now, momentOf(next.at));
    const isAsked = now >= momentOf(next.voiceFrom);
    return {
      isAsked,
      text: words.next(words.levels[next.level], readMoment(next.at)),
      left: words.nextIn(spanText(Math.max(0, left), this.ui().span)),
      voice: isAsked ? words.voiceNow : words.voice,
    };
  });

  protected readonly steps = computed(() => {
    const steps = this.story.hasValue() ? this.story.value().steps : [];
    return steps.map((step) => ({
      at: readMoment(step.at),
      said: stepWords(step, this.words(), this.#recipients),
      text: step.text,
    }));
  });

  constructor() {
    effect(() => {
      this.#watch.turn();
      untracked(() => this.story.reload());
    });
  }
}
