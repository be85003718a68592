import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  CHECKED_LETTERS,
  reportCheckAnswerSchema,
  reportChecksPath,
  type ReportCheckAnswer,
} from '#contract/reports';
import { reportCheckWords } from '#wording/report-check';
import { ApiClient, type Answer, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Button,
  Field,
  FieldInput,
  Icon,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  copyText,
} from '../ui/index.ts';
import { slipText } from './check-slip.ts';
import { markedText } from './marked-text.ts';

/** *Kiểm tra báo cáo*: somebody's report, with what in it does not agree marked, and a slip to ask about it. */
@Component({
  selector: 'mc-report-check',
  imports: [Button, Field, FieldInput, Icon, Kbd, Notice, Page, RouterLink, Waiting],
  templateUrl: './report-check.page.html',
  styleUrl: './report-check.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportCheckPage {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  protected readonly words = injectWords(reportCheckWords);
  protected readonly reportsPlace = '/bao-cao';
  protected readonly most = CHECKED_LETTERS;

  protected readonly text = signal('');
  protected readonly isChecking = signal(false);
  protected readonly isOver = signal(false);
  protected readonly checked = signal<ReportCheckAnswer | undefined>(undefined);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly lines = computed(() => {
    const told = this.checked();
    return told === undefined ? [] : markedText(told.text, told.findings);
  });
  protected readonly slip = viewChild<unknown, ElementRef<HTMLElement>>('slip', {
    read: ElementRef,
  });

  constructor() {
    injectShortcut(
      'k',
      computed(() => this.words().check),
      () => void this.check(),
    );
  }

  protected typed(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected async check(): Promise<void> {
    const text = this.text();
    if (text.trim() === '' || this.isChecking()) return;
    const answer = reportCheckAnswerSchema;
    await this.#asked(() => this.#api.act({ path: reportChecksPath, body: { text }, answer }));
  }

  protected chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    void this.#read(input.files?.[0]);
    // The same file may be chosen again, once it was mended.
    input.value = '';
  }

  protected over(event: DragEvent, isOver: boolean): void {
    event.preventDefault();
    this.isOver.set(isOver);
  }

  protected dropped(event: DragEvent): void {
    this.over(event, false);
    void this.#read(event.dataTransfer?.files[0]);
  }

  protected again(): void {
    this.checked.set(undefined);
    this.problem.set(undefined);
    this.text.set('');
  }

  /** From a finding to its sentence. */
  protected show(number: number): void {
    const mark = this.#document.getElementById(`mark-${number}`);
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus();
  }

  protected async copy(): Promise<void> {
    const told = this.checked();
    if (told === undefined) return;
    const slip = this.slip()?.nativeElement ?? null;
    const text = slipText(told.findings, this.words());
    const isCopied = await copyText(this.#document, text, slip);
    if (isCopied) this.#toasts.done(this.words().copied);
    else this.#toasts.failed(this.words().notCopied);
  }

  protected print(): void {
    this.#document.defaultView?.print();
  }

  async #read(file: File | undefined): Promise<void> {
    if (file === undefined || this.isChecking()) return;
    const form = new FormData();
    form.set('file', file);
    await this.#asked(() => this.#api.ask(reportChecksPath, form, reportCheckAnswerSchema));
  }

  async #asked(ask: () => Promise<Answer<ReportCheckAnswer>>): Promise<void> {
    this.isChecking.set(true);
    this.problem.set(undefined);
    const answer = await ask();
    this.isChecking.set(false);
    if (answer.ok) this.checked.set(answer.value);
    else this.problem.set(answer.problem);
  }
}
