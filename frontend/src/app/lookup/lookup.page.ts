import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type LookupAnswer, lookupAnswerSchema, lookupPath } from '#contract/lookup';
import { stateWording, type StateSentences } from '#wording';
import { lookupWords } from '#wording/lookup';
import { shellWords } from '#wording/shell';
import { ApiClient, type ClientProblem } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { LanguageSwitch } from '../shell/index.ts';
import { Button, Field, FieldInput, Icon } from '../ui/index.ts';
import { pairIn } from './slip-pair.ts';
import { toldLines } from './told-lines.ts';

/** *Tra cứu hồ sơ*: for whoever holds a slip, on whatever telephone they have. */
@Component({
  selector: 'mc-lookup',
  imports: [Button, Field, FieldInput, Icon, LanguageSwitch],
  templateUrl: './lookup.page.html',
  styleUrl: './lookup.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookupPage {
  readonly #api = inject(ApiClient);
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  protected readonly words = injectWords(lookupWords);
  protected readonly shell = injectWords(shellWords);
  readonly #states = injectWords(stateWording);
  protected readonly answerHeading = viewChild<ElementRef<HTMLElement>>('answerHeading');

  protected readonly code = signal('');
  protected readonly lookupCode = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<Pick<ClientProblem, 'title' | 'detail'> | undefined>(
    undefined,
  );
  protected readonly found = signal<LookupAnswer | undefined>(undefined);
  /** In the language the page is in now, whatever it was when the question was asked. */
  protected readonly said = computed<StateSentences>(() => {
    const { state = '', status = '', detail = '' } = this.found() ?? {};
    const sentences: Readonly<Partial<Record<string, StateSentences>>> = this.#states();
    return sentences[state] ?? { title: status, detail };
  });

  protected readonly lines = computed(() => {
    const found = this.found();
    return found === undefined ? [] : toldLines(found, this.words(), readMoment);
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.words().title} – Motcua`));
    afterNextRender(() => this.#readSlip());
  }

  protected submit(event: Event): void {
    event.preventDefault();
    void this.#find();
  }

  protected startOver(): void {
    this.found.set(undefined);
    this.code.set('');
    this.lookupCode.set('');
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  /** The pair is taken out of the address at once: it must not stay in the history of a shared telephone. */
  #readSlip(): void {
    const { location, history } = this.#document.defaultView ?? {};
    const pair = pairIn(location?.hash ?? '');
    if (pair === undefined || location === undefined) return;
    history?.replaceState(history.state, '', location.pathname);
    this.code.set(pair.code);
    this.lookupCode.set(pair.lookupCode);
    void this.#find();
  }

  async #find(): Promise<void> {
    const [code, lookupCode] = [this.code().trim(), this.lookupCode().trim()];
    if (this.busy()) return;
    if (code === '' || lookupCode === '') {
      this.problem.set({ title: this.words().fill, detail: '' });
      return;
    }
    this.busy.set(true);
    this.problem.set(undefined);
    const body = { code, lookupCode };
    const answer = await this.#api.act({ path: lookupPath, body, answer: lookupAnswerSchema });
    this.busy.set(false);
    if (answer.ok) this.#show(answer.value);
    else this.problem.set(this.#toldOf(answer.problem));
  }

  /** What officers are told of too many attempts would have a citizen wait for nothing. */
  #toldOf(problem: ClientProblem): Pick<ClientProblem, 'title' | 'detail'> {
    const { tooMany, tooManyHint } = this.words();
    return problem.code === 'too-many-attempts' ? { title: tooMany, detail: tooManyHint } : problem;
  }

  #show(found: LookupAnswer): void {
    this.found.set(found);
    // Whoever hears the page is taken to what was found.
    afterNextRender(() => this.answerHeading()?.nativeElement.focus(), {
      injector: this.#injector,
    });
  }
}
