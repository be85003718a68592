import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  inject,
  resource,
} from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { dayOf, formatDay } from '#domain/working-time';
import { workWords } from '#wording/work';
import {
  ApiClient,
  OfficeCalendar,
  OfficeClock,
  People,
  Session,
  problemOf,
} from '../api/index.ts';
import { dateText, injectWords, momentText, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, Kbd, Notice, Page, StateBadge, Waiting } from '../ui/index.ts';
import { codeOf } from './code-of.ts';
import { handoverParts } from './handover-parts.ts';
import { meantQuery } from './work-filters.ts';
import { askDossiers } from './work-list.ts';

const MOST = 500;

const open = { scope: 'unit', due: undefined, q: undefined, sort: undefined, text: '' } as const;

/** *Bàn giao cuối ngày*: the day on one page, to be printed and signed. */
@Component({
  selector: 'mc-handover',
  imports: [Button, Kbd, Notice, Page, StateBadge, Waiting],
  templateUrl: './handover.page.html',
  styleUrl: './handover.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandoverPage {
  readonly #api = inject(ApiClient);
  readonly #document = inject(DOCUMENT);
  readonly #people = inject(People);
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #clock = inject(OfficeClock);
  protected readonly session = inject(Session);
  protected readonly words = injectWords(workWords);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;
  protected readonly codeOf = codeOf;

  readonly #today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? undefined : formatDay(dayOf(now));
  });

  protected readonly pages = resource({
    params: () => {
      const [unitId, today] = [this.session.unit()?.id, this.#today()];
      return unitId === undefined || today === undefined ? undefined : { unitId, today };
    },
    loader: async ({ params: { unitId, today }, abortSignal: abort }) => {
      const ask = (query: object) =>
        askDossiers(this.#api, { query: { unitId, limit: MOST, ...query }, text: '' }, abort);
      const [came, gone, still] = await Promise.all([
        ask({ from: today, to: today, sort: 'received' }),
        ask({ finishedFrom: today, finishedTo: today }),
        ask({ ...meantQuery(open, unitId), sort: 'due' }),
      ]);
      return { came, gone, open: still, writtenAt: this.#clock.now() };
    },
  });

  protected readonly problem = computed(() => problemOf(this.pages.error()));

  protected readonly parts = computed(() => {
    const calendar = this.#calendar();
    if (!this.pages.hasValue() || calendar === undefined) return undefined;
    const { writtenAt, ...pages } = this.pages.value();
    return writtenAt === undefined ? undefined : handoverParts(pages, dayOf(writtenAt), calendar);
  });

  protected readonly heading = computed(() => {
    const now = this.pages.hasValue() ? this.pages.value().writtenAt : undefined;
    const { title, titleOf } = this.words().handover;
    return now === undefined ? title : titleOf(dateText(now));
  });

  protected readonly written = computed(() => {
    const at = this.pages.hasValue() ? this.pages.value().writtenAt : undefined;
    const who = this.session.me()?.user.displayName ?? '';
    return at === undefined ? '' : this.words().handover.written(who, momentText(at));
  });

  constructor() {
    injectShortcut(
      'p',
      computed(() => this.words().handover.print),
      () => this.print(),
    );
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  protected holderOf({ holder }: DossierItem): string {
    const { userId, departmentCode, agency } = holder ?? {};
    const name = agency ?? this.#people.nameOf(userId);
    return name ?? this.#people.departmentOf(departmentCode) ?? '–';
  }
}
