import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { formEditionsPath } from '#contract/forms';
import type { FormEdition, FormSheet } from '#domain/form';
import { formWords } from '#wording/forms';
import { ApiClient, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Notice } from '../ui/index.ts';

/** So long somebody has stopped typing before the page is drawn anew. */
const REST_MS = 600;

interface Looked {
  readonly unitId: number | undefined;
  readonly sheet: FormSheet;
  readonly edition: FormEdition;
}

/** The form as it comes out of the printer, with a dossier that is nobody's; drawn anew while one types. */
@Component({
  selector: 'mc-form-preview',
  imports: [Notice],
  template: `@if (problem(); as failed) {
      <mc-notice kind="failed" [heading]="failed.title" [text]="failed.detail" />
    }
    <iframe #page [title]="words().previewTitle" [class.drawing]="isDrawing()"></iframe>`,
  styles: `
    :host {
      display: block;
    }

    iframe {
      width: 100%;
      height: min(80vh, 62rem);
      border: 1px solid var(--rule);
      border-radius: var(--radius);
      background: var(--paper-sunken);
    }

    .drawing {
      opacity: 0.6;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-busy]': 'isDrawing()' },
})
export class FormPreview {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(formWords);
  readonly looked = input.required<Looked>();
  protected readonly page = viewChild.required<ElementRef<HTMLIFrameElement>>('page');
  protected readonly isDrawing = signal(true);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  #address = '';
  #asked = 0;

  constructor() {
    effect((onCleanup) => {
      const looked = this.looked();
      const rest = setTimeout(() => void untracked(() => this.#draw(looked)), REST_MS);
      onCleanup(() => clearTimeout(rest));
    });
    inject(DestroyRef).onDestroy(() => URL.revokeObjectURL(this.#address));
  }

  async #draw({ unitId, sheet, edition }: Looked): Promise<void> {
    const asked = ++this.#asked;
    this.isDrawing.set(true);
    const path = `${formEditionsPath}/${sheet}/preview`;
    const answer = await this.#api.fetchFile(path, { unitId, ...edition });
    if (asked !== this.#asked) return;
    this.isDrawing.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (answer.ok) this.#show(answer.value);
  }

  #show(file: Blob): void {
    const former = this.#address;
    this.#address = URL.createObjectURL(file);
    // The viewer's own bar would print a sample.
    this.page().nativeElement.src = `${this.#address}#toolbar=0&navpanes=0&view=FitH`;
    URL.revokeObjectURL(former);
  }
}
