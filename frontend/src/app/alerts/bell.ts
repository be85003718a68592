import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { alertPageSchema, alertsPath } from '#contract/alerts';
import { alertWords } from '#wording/alerts';
import { noticeWords } from '#wording/notices';
import { ApiClient, Session, Sources, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Badge, Icon, Kbd, Notice, PageTitle, Waiting } from '../ui/index.ts';
import { newestLines } from './alert-lines.ts';
import { lookOf, momentOf, sentenceOf } from './alert-looks.ts';
import { AlertWatch } from './alert-watch.ts';
import { ALERTS_PLACE } from './alerts-place.ts';
import { DeskNotices } from './desk-notices.ts';

const LOOKED_AT = 50;
const SHOWN = 6;

/** How much one is alerted of, on every screen; what came last is one key away. */
@Component({
  selector: 'mc-bell',
  imports: [Badge, Icon, Kbd, Notice, RouterLink, Waiting],
  templateUrl: './bell.html',
  styleUrl: './bell.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Bell {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #sources = inject(Sources);
  readonly #watch = inject(AlertWatch);
  readonly #notices = injectWords(noticeWords);
  protected readonly words = injectWords(alertWords);
  protected readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');
  protected readonly place = `/${ALERTS_PLACE}`;
  protected readonly numberText = numberText;
  protected readonly problemOf = problemOf;
  protected readonly isOpen = signal(false);
  protected readonly mayRead = computed(() => this.#session.may('alerts.read'));

  protected readonly counts = this.#watch.counts;
  protected readonly open = computed(() => this.counts()?.pressing ?? 0);
  protected readonly isLate = computed(() => (this.counts()?.bySeverity.late ?? 0) > 0);
  protected readonly name = computed(() => {
    const { bell, bellNone } = this.words();
    return this.open() === 0 ? bellNone : bell(numberText(this.open()));
  });
  /** Said to whoever hears the page, once for all that came together. */
  protected readonly said = computed(() => {
    const came = this.#watch.came();
    return came === 0 ? '' : this.words().came(numberText(came));
  });

  protected readonly newest = resource({
    params: () => (this.isOpen() ? (this.#session.unit()?.id ?? 0) : undefined),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(alertsPath, alertPageSchema, { query: { unitId, limit: LOOKED_AT }, abort }),
  });
  protected readonly lines = computed(() => {
    const items = this.newest.hasValue() ? this.newest.value().items : [];
    const name = (source: string): string => this.#sources.nameOf(source);
    return newestLines(items, SHOWN).map((line) => ({
      ...line,
      look: lookOf(line.head, this.words()),
      text: line.isBundle
        ? this.#notices().deskLine(line.alerts.length, momentOf(line.head.dueAt))
        : sentenceOf(line.head, this.#notices(), name),
    }));
  });

  constructor() {
    inject(DeskNotices).start();
    const title = inject(PageTitle);
    effect(() => title.count(this.open()));
    effect(() => {
      this.#watch.turn();
      untracked(() => this.newest.reload());
    });
    inject(DestroyRef).onDestroy(() => title.count(0));
    injectShortcut(
      'v',
      computed(() => this.words().keys.bell),
      () => this.menu().nativeElement.togglePopover(),
    );
  }

  protected turned(event: Event): void {
    this.isOpen.set((event as ToggleEvent).newState === 'open');
    if (this.isOpen()) this.menu().nativeElement.focus();
  }

  protected shut(): void {
    this.menu().nativeElement.hidePopover();
  }
}
