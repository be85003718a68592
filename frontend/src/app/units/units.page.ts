import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { type Unit, unitPageSchema, unitsPath } from '#contract/units';
import { unitWords } from '#wording/units';
import { ApiClient, PagedList, Session } from '../api/index.ts';
import { injectWords, matches, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Badge, Button, Kbd, Notice, Page, ShownOnce, Toasts, Waiting } from '../ui/index.ts';
import { type MadeUnit, UnitDialog } from './unit-dialog.ts';

type Row = Omit<Unit, 'id'> & { readonly id: string; readonly unit: Unit };

const MOST = 500;

/** *Đơn vị*: the city and what is below it, each with what it goes by. */
@Component({
  selector: 'mc-units',
  imports: [Badge, Button, Kbd, Notice, Page, ShownOnce, UnitDialog, Waiting],
  templateUrl: './units.page.html',
  styleUrl: './departments.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #origin = inject(DOCUMENT).defaultView?.location.origin ?? '';
  protected readonly words = injectWords(unitWords);
  protected readonly numberText = numberText;
  protected readonly dialog = viewChild.required(UnitDialog);
  protected readonly once = viewChild.required(ShownOnce);
  protected readonly typed = signal('');

  protected readonly list = new PagedList<Row>(async (cursor, abort) => {
    const query = { cursor, limit: MOST };
    const page = await this.#api.read(unitsPath, unitPageSchema, { query, abort });
    return {
      ...page,
      items: page.items.map((unit) => ({ ...unit, id: String(unit.id), unit })),
    };
  });
  protected readonly mayAdd = computed(() => this.#session.unit()?.kind === 'city');
  protected readonly rows = computed(() =>
    this.list
      .items()
      .filter(({ name, code }) => matches(`${name} ${code}`, this.typed()))
      .map((row) => ({
        unit: row.unit,
        parent: this.#nameOf(row.parentCode),
        children: this.list.items().filter(({ parentCode }) => parentCode === row.code).length,
      })),
  );

  constructor() {
    effect(() => {
      this.#session.me();
      untracked(() => void this.list.reload());
    });
    const label = computed(() => this.words().units.add);
    injectShortcut('n', label, () => {
      if (this.mayAdd()) this.dialog().open();
    });
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected levelOf({ level, kind }: Unit): string {
    const { levels, kinds } = this.words().units;
    return level === null ? kinds[kind] : levels[level];
  }

  protected settingsOf({ settings }: Unit): readonly (readonly [string, string])[] {
    const { units: words } = this.words();
    return [
      [words.mode, words.modes[settings.mode]],
      [words.restartAt, words.restarts[settings.restartAt]],
      [words.extensions, numberText(settings.maxExtensions)],
      [words.staleAfter, words.hours(numberText(settings.staleAfter))],
      [words.feedbackDays, words.feedbackTerms(settings.feedbackDays)],
    ];
  }

  protected changed(unit: Unit): void {
    this.#toasts.done(this.words().units.saved(unit.name));
    void this.list.reload();
  }

  /** A unit one has just made is one's own to look after: the session is asked anew. */
  protected async made({ unit, admin, problem }: MadeUnit): Promise<void> {
    const { units: words } = this.words();
    if (problem === undefined) this.#toasts.done(words.made(unit.name));
    else this.#toasts.failed(`${words.adminFailed}: ${problem.detail}`);
    if (admin !== undefined) {
      this.once().show({
        heading: words.link(admin.user.displayName),
        hint: words.linkHint,
        value: `${this.#origin}${admin.link.path}`,
        until: words.until(readMoment(admin.link.expiresAt)),
      });
    }
    await this.#session.resume();
  }

  #nameOf(code: string | null): string | undefined {
    if (code === null) return undefined;
    return this.list.items().find((each) => each.code === code)?.name ?? code;
  }
}
