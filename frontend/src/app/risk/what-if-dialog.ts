import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  supposedSchema,
  suppositionPath,
  type Supposed,
  type SupposedDossier,
} from '#contract/risk';
import { dayOf, formatDay, plusDays } from '#domain/working-time';
import { riskWords } from '#wording/risk';
import {
  ApiClient,
  type ClientProblem,
  OfficeClock,
  People,
  Session,
  newActKey,
} from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, type Chip, Chips, Combobox, DayInput, Dialog, Notice } from '../ui/index.ts';

const kinds = ['away', 'dayOff'] as const;

type Kind = (typeof kinds)[number];

/** What a head asks before allowing leave: which dossiers would be late. */
@Component({
  selector: 'mc-what-if-dialog',
  imports: [Button, Chips, Combobox, DayInput, Dialog, Notice, RouterLink],
  templateUrl: './what-if-dialog.html',
  styleUrl: './what-if-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhatIfDialog {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #clock = inject(OfficeClock);
  protected readonly words = injectWords(riskWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly place = `/${DOSSIER_PLACE}`;

  protected readonly kind = signal<Kind>('away');
  protected readonly person = signal<string | undefined>(undefined);
  readonly #today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? undefined : dayOf(now);
  });
  /** Tomorrow, until another day is said. */
  protected readonly day = linkedSignal(() => {
    const today = this.#today();
    return today === undefined ? '' : formatDay(plusDays(today, 1));
  });
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly answer = signal<Supposed | undefined>(undefined);
  protected readonly answered = signal<Kind>('away');

  protected readonly chips = computed<readonly Chip[]>(() =>
    kinds.map((value) => ({ value, label: this.words().whatIf.kinds[value] })),
  );
  protected readonly colleagues = computed(() =>
    this.#people.users().map(({ id, displayName, title }) => ({
      ...{ value: id, label: displayName },
      ...(title !== null && { note: title }),
    })),
  );
  protected readonly fault = computed(() =>
    this.tried() && this.kind() === 'away' && this.person() === undefined
      ? this.words().whatIf.missing
      : undefined,
  );
  protected readonly notes = computed(() => {
    const told = this.answer();
    if (told === undefined) return [];
    const words = this.words().whatIf;
    const isAway = this.answered() === 'away';
    const unproven = isAway ? words.unproven : words.unprovenDay;
    return [
      words.counted(told.asked),
      ...(told.moved > 0 ? [words.moved(told.moved)] : []),
      ...(told.unproven > 0 ? [unproven(told.unproven)] : []),
      ...(told.late > told.items.length ? [words.firstOf(told.items.length, told.late)] : []),
    ];
  });

  open(): void {
    this.dialog().open();
  }

  /** A press on what is chosen chooses nothing else. */
  protected choose(kind: string | undefined): void {
    this.kind.set(kind === 'dayOff' ? 'dayOff' : kind === 'away' ? 'away' : this.kind());
    this.answer.set(undefined);
    this.problem.set(undefined);
  }

  protected dueOf({ dueBefore, dueAfter }: SupposedDossier): string {
    return this.words().whatIf.dueMove(readMoment(dueBefore), readMoment(dueAfter));
  }

  protected expectedOf({ expectedBefore, expectedAfter }: SupposedDossier): string {
    const { expectedMove, notBefore } = this.words().whatIf;
    const after = readMoment(expectedAfter);
    return expectedBefore === null
      ? notBefore(after)
      : expectedMove(readMoment(expectedBefore), after);
  }

  protected holderOf({ holder }: SupposedDossier): string {
    const { userId, departmentCode } = holder ?? {};
    return (
      this.#people.nameOf(userId) ??
      this.#people.departmentOf(departmentCode) ??
      this.words().nobody
    );
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const body = this.#body();
    if (body === undefined || this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ path: suppositionPath, body, answer: supposedSchema, key: newActKey() },
    });
    this.busy.set(false);
    this.answered.set(this.kind());
    this.answer.set(answer.ok ? answer.value : undefined);
    this.problem.set(answer.ok ? undefined : answer.problem);
  }

  #body(): object | undefined {
    const [unitId, day, userId] = [this.#session.unit()?.id, this.day(), this.person()];
    if (day === '') return undefined;
    if (this.kind() === 'dayOff') return { unitId, dayOff: { date: day } };
    return userId === undefined ? undefined : { unitId, personAway: { userId, until: day } };
  }
}
