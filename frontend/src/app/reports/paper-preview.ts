import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  effect,
  input,
  viewChild,
} from '@angular/core';
import { reportWords } from '#wording/reports';
import { injectWords } from '../language/index.ts';

/** The paper as it would be printed now: the browser's own viewer shows it, from our own host. */
@Component({
  selector: 'mc-paper-preview',
  template: `<iframe #frame [title]="heading()"></iframe>
    <p class="unprinted">
      {{ words().paper.previewHint }}
      <a [href]="path()" target="_blank" rel="noopener">{{ words().paper.previewTab }}</a>
    </p>`,
  styles: `
    iframe {
      width: 100%;
      height: min(80vh, 60rem);
      margin-top: var(--s3);
      border: 1px solid var(--rule-strong);
      border-radius: var(--radius-s);
      background: var(--paper-sunken);
    }

    p {
      color: var(--ink-muted);
      font-size: var(--text-s);
    }

    a {
      color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperPreview {
  protected readonly words = injectWords(reportWords);
  readonly path = input.required<string>();
  readonly heading = input.required<string>();
  protected readonly frame = viewChild.required<ElementRef<HTMLIFrameElement>>('frame');

  constructor() {
    // A frame's address is no attribute a template may bind: ours is made of an id and nothing else.
    effect(() => {
      this.frame().nativeElement.src = this.path();
    });
  }
}
