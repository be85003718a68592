import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { SIGNED_BYTES, issueSchema, reportIssuesPath, type IssueItem } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { ApiClient, newActKey, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, DayInput, Dialog, Field, FieldInput, Icon, Toasts } from '../ui/index.ts';

/** *Số, ngày, tệp đã ký*: what the office's book and its signer made of the report. */
@Component({
  selector: 'mc-attach-dialog',
  imports: [Button, DayInput, Dialog, Field, FieldInput, Icon],
  templateUrl: './attach-dialog.html',
  styleUrl: './attach-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AttachDialog {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #injector = inject(Injector);
  protected readonly words = injectWords(reportWords);
  protected readonly dialog = viewChild.required(Dialog);
  readonly done = output();

  protected readonly issue = signal<IssueItem | undefined>(undefined);
  protected readonly number = signal('');
  protected readonly day = signal('');
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly isFileWrong = computed(() => {
    const file = this.file();
    return file !== undefined && (!/\.pdf$/i.test(file.name) || file.size > SIGNED_BYTES);
  });

  begin(issue: IssueItem): void {
    this.issue.set(issue);
    this.number.set(issue.document?.number ?? '');
    this.day.set(issue.document?.date ?? '');
    this.file.set(undefined);
    this.problem.set(undefined);
    this.tried.set(false);
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  protected choose(event: Event): void {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    this.file.set(file);
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const issue = this.issue();
    const isReady = this.number().trim() !== '' && this.day() !== '' && !this.isFileWrong();
    if (issue === undefined || !isReady || this.busy()) return;
    this.busy.set(true);
    const answer = await this.#send(issue);
    this.busy.set(false);
    if (!answer.ok) {
      this.problem.set(answer.problem);
      return;
    }
    this.#toasts.done(this.words().paper.attached);
    this.dialog().close();
    this.done.emit();
  }

  #send({ id, document }: IssueItem) {
    const path = `${reportIssuesPath}/${id}/attach`;
    const told = { number: this.number().trim(), date: this.day() };
    const file = this.file();
    if (file === undefined) {
      const { fileName = null, fileSha256 = null } = document ?? {};
      // The file that lies there already is still the one.
      const kept = {
        ...(fileName !== null && { fileName }),
        ...(fileSha256 !== null && { fileSha256 }),
      };
      return this.#api.act({
        ...{ path, body: { ...told, ...kept }, answer: issueSchema, key: newActKey() },
      });
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(told)) form.append(name, value);
    form.append('fileName', file.name.slice(-200));
    form.append('file', file);
    return this.#api.ask(path, form, issueSchema);
  }
}
