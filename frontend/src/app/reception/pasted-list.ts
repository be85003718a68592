import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Channel } from '#domain/dossier';
import { channels } from '#contract/dossiers';
import type { ImportAnswer } from '#contract/imports';
import { importsWords } from '#wording/imports';
import { receptionWords } from '#wording/reception';
import { ApiClient, type ClientProblem, Session, Sources, problemOf } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Code, Icon, Notice, Progress, Toasts, Waiting } from '../ui/index.ts';
import { PastedImport, type PastedRow, lacksChannel } from './pasted-import.ts';
import { ReceptionDesk } from './reception-desk.ts';

const SOURCE = 'motcua-paste-source/';
const SHOWN = 200;

type Stage = 'checking' | 'channel' | 'preview' | 'committing' | 'done' | 'refused';

const looks = {
  wrong: ['overdue', 'overdue'],
  changed: ['near', 'alert'],
  new: ['finished', 'plus'],
  unchanged: ['plain', 'check'],
} as const;

/** A pasted table, held against what is known, and one key to bring it in. */
@Component({
  selector: 'mc-pasted-list',
  imports: [Badge, Button, Code, Icon, Notice, Progress, Waiting],
  templateUrl: './pasted-list.html',
  styleUrls: ['../ui/list-rows.css', './pasted-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PastedList {
  readonly #toasts = inject(Toasts);
  readonly #session = inject(Session);
  readonly #storage = inject(DOCUMENT).defaultView?.localStorage;
  readonly #import = new PastedImport(inject(ApiClient));
  protected readonly desk = inject(ReceptionDesk);
  protected readonly sourceNames = inject(Sources);
  readonly #words = injectWords(receptionWords);
  readonly #imports = injectWords(importsWords);
  protected readonly words = computed(() => this.#words().paste);
  protected readonly channelWords = computed(() => this.#words().channels);
  protected readonly channels = channels;
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly looks = looks;
  protected readonly commitButton = viewChild<unknown, ElementRef<HTMLButtonElement>>(
    'commitButton',
    {
      read: ElementRef,
    },
  );
  protected readonly channelButton = viewChild<unknown, ElementRef<HTMLButtonElement>>(
    'channelButton',
    { read: ElementRef },
  );

  readonly text = input.required<string>();
  readonly closed = output();

  protected readonly stage = signal<Stage>('checking');
  protected readonly told = signal<ImportAnswer | undefined>(undefined);
  protected readonly rows = signal<readonly PastedRow[]>([]);
  protected readonly shown = computed(() => this.rows().slice(0, SHOWN));
  protected readonly problem = signal<Pick<ClientProblem, 'title' | 'detail'> | undefined>(
    undefined,
  );
  readonly #channel = signal<Channel | undefined>(undefined);
  protected readonly source = signal(this.#storage?.getItem(this.#sourceKey) ?? undefined);

  protected readonly sources = computed(() => {
    const { citySource, sources = [] } = this.desk.settings() ?? {};
    return [...new Set([...(citySource === undefined ? [] : [citySource]), ...sources])];
  });
  protected readonly counts = computed(() => this.told()?.counts);
  protected readonly toCommit = computed(() => {
    const { new: added = 0, changed = 0 } = this.counts() ?? {};
    return added + changed;
  });

  constructor() {
    effect(() => {
      this.text();
      untracked(() => void this.check());
    });
    // Where something is asked or ready, a key is enough.
    effect(() => (this.commitButton() ?? this.channelButton())?.nativeElement.focus());
    inject(DestroyRef).onDestroy(() => this.#import.stop());
  }

  protected choose(channel: Channel): void {
    this.#channel.set(channel);
    void this.check();
  }

  protected chooseSource(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.source.set(value);
    this.#storage?.setItem(this.#sourceKey, value);
    void this.check();
  }

  protected async check(): Promise<void> {
    const [unitId, text] = [this.desk.unitId(), this.text()];
    if (this.#channel() === undefined && lacksChannel(text)) {
      this.stage.set('channel');
      return;
    }
    this.stage.set('checking');
    const pasted = { unitId, text, channel: this.#channel(), source: this.source() };
    const answer = await this.#import.check(pasted);
    if (answer.ok) await this.#watched(() => this.#preview(answer.value.id));
    else if (answer.problem.code === 'channel-required') this.stage.set('channel');
    else this.#refuse(answer.problem);
  }

  protected async commit(): Promise<void> {
    const id = this.told()?.id;
    if (id === undefined || this.stage() !== 'preview' || this.toCommit() === 0) return;
    this.stage.set('committing');
    const answer = await this.#import.commit(id);
    if (answer.ok) await this.#watched(() => this.#finish(id));
    else this.#refuse(answer.problem);
  }

  protected async leave(): Promise<void> {
    const told = this.told();
    this.closed.emit();
    if (told?.state === 'checked') await this.#import.cancel(told.id);
  }

  async #preview(id: string): Promise<void> {
    const told = await this.#import.follow(id, (each) => this.told.set(each));
    if (told === undefined) return;
    if (told.state !== 'checked') this.#refuse(undefined);
    else {
      this.rows.set(await this.#import.rows(id, this.#imports().columns));
      this.stage.set('preview');
    }
  }

  async #finish(id: string): Promise<void> {
    const told = await this.#import.follow(id, (each) => this.told.set(each));
    if (told === undefined) return;
    if (told.state !== 'done') this.#refuse(undefined);
    else {
      const { new: added, changed } = told.counts;
      this.#toasts.done(this.words().done(added, changed));
      this.rows.update((rows) => rows.filter(({ kind }) => kind === 'wrong'));
      this.stage.set('done');
    }
  }

  async #watched(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof DOMException) return;
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.#refuse(problem);
    }
  }

  #refuse(problem: ClientProblem | undefined): void {
    const { failed, failedHint } = this.words();
    this.problem.set(problem ?? { title: failed, detail: failedHint });
    this.stage.set('refused');
  }

  get #sourceKey(): string {
    return SOURCE + (this.#session.me()?.user.id ?? '');
  }
}
