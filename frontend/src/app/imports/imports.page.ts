import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  importSchema,
  importTemplatesPath,
  importsPageSchema,
  importsPath,
  templateFormats,
  type ImportAnswer,
} from '#contract/imports';
import { importsWords } from '#wording/imports';
import { ApiClient, HeldFiles, PagedList, Session, injectLive, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { SETUP_LISTS_PLACE } from '../setup-lists/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, type GivenList, ListDrop, Notice, Page, Waiting } from '../ui/index.ts';
import { ImportLedger } from './import-ledger.ts';
import { ImportRun } from './import-run.ts';

const HELD_AT = 'imports';

/** *Nhập dữ liệu*: a list of another system is dropped or pasted, seen, and written when somebody says so. */
@Component({
  selector: 'mc-imports',
  imports: [Button, ImportLedger, ImportRun, ListDrop, Notice, Page, RouterLink, Waiting],
  templateUrl: './imports.page.html',
  styleUrl: './imports.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #held = inject(HeldFiles);
  protected readonly words = injectWords(importsWords);
  protected readonly drop = viewChild(ListDrop);
  readonly #unitId = computed(() => this.#session.unit()?.id);

  protected readonly setupLists = SETUP_LISTS_PLACE;
  protected readonly maySetUp = computed(() => this.#session.may('procedures.write'));
  protected readonly templates = computed(() =>
    templateFormats.map((format) => ({
      label: this.words().template[format],
      href: `${importTemplatesPath}?profile=dossiers-national&format=${format}`,
    })),
  );
  /** One whose columns nobody has explained yet waits here while its bringer looks elsewhere. */
  protected readonly given = signal<GivenList | undefined>(this.#held.find(HELD_AT));
  protected readonly opened = signal<string | undefined>(undefined);
  protected readonly isIdle = computed(
    () => this.given() === undefined && this.opened() === undefined,
  );
  protected readonly list = new PagedList<ImportAnswer>((cursor, abort) =>
    this.#api.read(importsPath, importsPageSchema, {
      query: { unitId: this.#unitId(), cursor },
      abort,
    }),
  );

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.list.reload());
    });
    injectLive((news) => {
      if (news !== 'reset' && news.type === 'import') void this.#renew(news.id);
    });
    injectShortcut(
      'f',
      computed(() => this.words().keys.choose),
      () => this.drop()?.choose(),
    );
  }

  protected take(given: GivenList): void {
    this.#held.keep(HELD_AT, given);
    this.given.set(given);
  }

  /** It is in the ledger from now on. */
  protected letGo(): void {
    this.#held.drop(HELD_AT);
  }

  protected leave(): void {
    this.letGo();
    this.given.set(undefined);
    this.opened.set(undefined);
    void this.list.reload();
  }

  async #renew(id: string): Promise<void> {
    if (!this.list.items().some((each) => each.id === id)) {
      if (this.isIdle()) await this.list.reload();
      return;
    }
    try {
      this.list.replace(await this.#api.read(`${importsPath}/${id}`, importSchema));
    } catch (error) {
      // It stays as it was told last; whoever opens it sees why.
      if (problemOf(error) === undefined) throw error;
    }
  }
}
