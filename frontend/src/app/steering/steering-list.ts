import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SteeringItem, steeringDossiersPath, steeringPageSchema } from '#contract/steering';
import { overdueBefore } from '#domain/deadline';
import { parseInstant } from '#domain/working-time';
import { actWords } from '#wording/dossiers';
import { steeringWords } from '#wording/steering';
import {
  ApiClient,
  OfficeCalendar,
  OfficeClock,
  PagedList,
  People,
  Session,
  injectLive,
} from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Kbd, Notice, StateBadge, TimeLeft, Waiting } from '../ui/index.ts';
import type { OpenedCell } from './opened-cell.ts';

const PAGE = 20;

/** The dossiers behind a number: who holds them, until when, what is in the way, and handing them on. */
@Component({
  selector: 'mc-steering-list',
  imports: [Badge, Button, Kbd, Notice, RouterLink, StateBadge, TimeLeft, Waiting],
  templateUrl: './steering-list.html',
  styleUrl: './steering-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SteeringList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly clock = inject(OfficeClock);
  protected readonly calendar = inject(OfficeCalendar).current;
  protected readonly words = injectWords(steeringWords);
  readonly #acts = injectWords(actWords);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;
  protected readonly place = DOSSIER_PLACE;

  readonly cell = input.required<OpenedCell>();
  /** How many there are by the board, which follows live. */
  readonly count = input.required<number>();
  /** Shown because somebody has just pressed its number: it comes into sight. */
  readonly isPressed = input(false);
  readonly activeId = model<string>();
  readonly reassign = output<SteeringItem>();

  protected readonly list = new PagedList<SteeringItem>((cursor, abort) => {
    const { by, row, cell } = this.cell();
    const unitId = this.#session.unit()?.id;
    const query = { unitId, by, row, cell, limit: PAGE, cursor };
    return this.#api.read(steeringDossiersPath, steeringPageSchema, { query, abort });
  });

  /** What is shown was fetched when there were so many. */
  readonly #countThen = signal<number | undefined>(undefined);
  readonly #isDoubtful = linkedSignal({ source: this.cell, computation: () => false });
  protected readonly hasChanged = computed(() => {
    const then = this.#countThen();
    return this.#isDoubtful() || (then !== undefined && then !== this.count());
  });
  readonly active = computed(() => this.list.items().find(({ id }) => id === this.activeId()));

  constructor() {
    effect(() => {
      this.cell();
      untracked(() => void this.#show());
    });
    injectLive((news) => {
      const isShown =
        news !== 'reset' &&
        news.type === 'dossier' &&
        this.list.items().some(({ id }) => id === news.id);
      if (news === 'reset' || isShown) this.#isDoubtful.set(true);
    });
  }

  async refresh(): Promise<void> {
    this.#isDoubtful.set(false);
    await this.list.reload();
    this.#countThen.set(this.count());
  }

  async #show(): Promise<void> {
    const isPressed = this.isPressed() || this.#countThen() !== undefined;
    await this.refresh();
    if (isPressed)
      this.#host.nativeElement.closest('section')?.scrollIntoView({ block: 'nearest' });
  }

  /** To the next row or the one before, keyboard and all. */
  step(by: number): void {
    const items = this.list.items();
    const at = items.findIndex(({ id }) => id === this.activeId());
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (next === undefined) return;
    this.activeId.set(next.id);
    const rows = this.#host.nativeElement.querySelectorAll<HTMLElement>('li a');
    rows[items.indexOf(next)]?.focus();
  }

  protected codeOf({ officialCode, code }: SteeringItem): string {
    return officialCode ?? code;
  }

  protected holderOf({ holder, departmentCode }: SteeringItem): string {
    const department = this.#people.departmentOf(departmentCode ?? undefined);
    const { userId, agency } = holder ?? {};
    const who = agency ?? this.#people.nameOf(userId) ?? this.words().list.nobody;
    return department === undefined ? who : `${who} · ${department}`;
  }

  protected isStepLate({ stepDueAt }: SteeringItem): boolean {
    const [due, now] = [parseInstant(stepDueAt ?? ''), this.clock.now()];
    return due !== undefined && now !== undefined && due < overdueBefore(now);
  }

  protected saidOf({ said }: SteeringItem): string | undefined {
    if (said === null) return undefined;
    const kind = this.#acts().difficulties[said.kind] ?? said.kind;
    return this.words().list.said(kind, readMoment(said.at));
  }
}
