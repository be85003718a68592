import { DOCUMENT, Injectable, inject } from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { uiWords } from '#wording/ui';
import { Sources } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Toasts, copyText } from '../ui/index.ts';
import { codeOf } from './code-of.ts';

/** One key: the code is copied, and the page of the official system opens beside this one. */
@Injectable()
export class SourcePages {
  readonly #sources = inject(Sources);
  readonly #document = inject(DOCUMENT);
  readonly #toasts = inject(Toasts);
  readonly #ui = injectWords(uiWords);

  async open(item: DossierItem): Promise<void> {
    const page = this.#sources.pageOf(item);
    const code = codeOf(item);
    const shown = this.#document.querySelector('tr.active code');
    const isCopied = await copyText(this.#document, code, shown);
    if (isCopied) this.#toasts.done(this.#ui().copied(code));
    else this.#toasts.news(this.#ui().copyByHand);
    if (page !== undefined) this.#document.defaultView?.open(page, '_blank', 'noopener,noreferrer');
  }
}
