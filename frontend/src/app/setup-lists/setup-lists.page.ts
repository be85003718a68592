import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  type OnInit,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  importTemplatesPath,
  setupListErrorsPath,
  setupListSchema,
  setupListsPath,
  takenSetupListsSchema,
  templateFormats,
  type SetupListAnswer,
  type TakenSetupList,
} from '#contract/imports';
import { SETUP_PROFILES, type SetupProfile } from '#domain/import';
import { setupListsWords } from '#wording/setup-lists';
import { ApiClient, type ClientProblem, HeldFiles, PagedList, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Chips,
  type GivenList,
  ListDrop,
  Notice,
  Page,
  Toasts,
  Waiting,
  keepFile,
} from '../ui/index.ts';
import { NewPeople } from './new-people.ts';
import { SetupRows } from './setup-rows.ts';
import { TakenLists } from './taken-lists.ts';

/** As much of a file's name as is kept. */
const NAME = 200;

const heldAt = (profile: SetupProfile): string => `setup-lists/${profile}`;

type Stage = 'idle' | 'looking' | 'preview' | 'taking' | 'done' | 'refused';

/** *Nhập danh mục từ tệp*: procedures or people, seen row by row before anything of them is written. */
@Component({
  selector: 'mc-setup-lists',
  imports: [
    ...[Badge, Button, Chips, ListDrop, NewPeople, Notice, Page],
    ...[SetupRows, TakenLists, Waiting],
  ],
  templateUrl: './setup-lists.page.html',
  styleUrl: './setup-lists.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SetupListsPage implements OnInit {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #router = inject(Router);
  readonly #toasts = inject(Toasts);
  readonly #held = inject(HeldFiles);
  readonly #document = inject(DOCUMENT);
  protected readonly words = injectWords(setupListsWords);
  protected readonly drop = viewChild(ListDrop);

  /** Of the address. */
  readonly list = input<string>();
  protected readonly profile = computed<SetupProfile>(
    () => SETUP_PROFILES.find((each) => each === this.list()) ?? 'procedures',
  );
  protected readonly chips = computed(() =>
    SETUP_PROFILES.map((value) => ({ value, label: this.words().profiles[value] })),
  );

  protected readonly templates = computed(() =>
    templateFormats.map((format) => ({
      label: this.words().template[format],
      href: `${importTemplatesPath}?profile=${this.profile()}&format=${format}`,
    })),
  );

  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #given = signal<GivenList | undefined>(undefined);
  protected readonly stage = signal<Stage>('idle');
  protected readonly told = signal<SetupListAnswer | undefined>(undefined);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly fetching = signal(false);
  protected readonly toTake = computed(() => {
    const counts = this.told()?.counts;
    return counts === undefined ? 0 : counts.new + counts.changed;
  });
  protected readonly newcomers = computed(() => {
    const told = this.told();
    if (this.stage() !== 'done' || told?.profile !== 'people') return [];
    return told.items.filter(({ kind }) => kind === 'new').flatMap(({ code }) => code ?? []);
  });

  protected readonly taken = new PagedList<TakenSetupList>((cursor, abort) =>
    this.#api.read(setupListsPath, takenSetupListsSchema, {
      query: { unitId: this.#unitId(), cursor },
      abort,
    }),
  );

  constructor() {
    effect(() => {
      this.#unitId();
      untracked(() => void this.taken.reload());
    });
    injectShortcut(
      'f',
      computed(() => this.words().keys.choose),
      () => this.drop()?.choose(),
    );
  }

  ngOnInit(): void {
    void this.#goOn();
  }

  protected choose(value: string | undefined): void {
    // A second press on the one that is chosen leaves it so.
    const list = value ?? this.profile();
    void this.#router.navigate([], { queryParams: { list }, queryParamsHandling: 'merge' });
    this.leave();
  }

  protected leave(): void {
    for (const each of SETUP_PROFILES) this.#held.drop(heldAt(each));
    this.#given.set(undefined);
    this.told.set(undefined);
    this.problem.set(undefined);
    this.stage.set('idle');
  }

  protected async take(): Promise<void> {
    const given = this.#given();
    if (given === undefined || this.stage() !== 'preview') return;
    this.stage.set('taking');
    if (!(await this.#ask(given, false))) return;
    this.stage.set('done');
    this.#held.drop(heldAt(this.profile()));
    const counts = this.told()?.counts;
    if (counts !== undefined) this.#toasts.done(this.words().taken(counts.new, counts.changed));
    void this.taken.reload();
  }

  protected async look(given: GivenList): Promise<void> {
    if (this.stage() !== 'idle') return;
    this.#given.set(given);
    this.#held.keep(heldAt(this.profile()), given);
    this.stage.set('looking');
    if (await this.#ask(given, true)) this.stage.set('preview');
  }

  /** The wrong rows of the file that is on the screen, to be mended and dropped again. */
  protected async mend(): Promise<void> {
    const given = this.#given();
    if (given === undefined || this.fetching()) return;
    this.fetching.set(true);
    const answer = await this.#api.fetchFile(setupListErrorsPath, this.#formOf(given, true));
    this.fetching.set(false);
    if (answer.ok) keepFile(this.#document, answer.value, `can-sua-${this.profile()}.xlsx`);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
  }

  /** A list that was not written before somebody looked elsewhere is looked at again: it may be otherwise by now. */
  async #goOn(): Promise<void> {
    const asked = this.list() === undefined ? SETUP_PROFILES : [this.profile()];
    const profile = asked.find((each) => this.#held.find(heldAt(each)) !== undefined);
    const given = profile && this.#held.find(heldAt(profile));
    if (given === undefined) return;
    if (profile !== this.profile()) {
      await this.#router.navigate([], { queryParams: { list: profile }, replaceUrl: true });
    }
    await this.look(given);
  }

  async #ask(given: GivenList, dryRun: boolean): Promise<boolean> {
    const form = this.#formOf(given, dryRun);
    const answer = await this.#api.ask(setupListsPath, form, setupListSchema);
    if (answer.ok) this.told.set(answer.value);
    else {
      this.problem.set(answer.problem);
      this.stage.set('refused');
    }
    return answer.ok;
  }

  #formOf({ name, file }: GivenList, dryRun: boolean): FormData {
    const form = new FormData();
    form.set('profile', this.profile());
    form.set('dryRun', String(dryRun));
    form.set('name', name.slice(0, NAME));
    const unitId = this.#unitId();
    if (unitId !== undefined) form.set('unitId', String(unitId));
    form.set('file', file);
    return form;
  }
}
