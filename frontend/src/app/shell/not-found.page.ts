import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { shellWords } from '#wording/shell';
import { injectWords } from '../language/index.ts';
import { Notice, Page } from '../ui/index.ts';

@Component({
  selector: 'mc-not-found',
  imports: [Notice, Page, RouterLink],
  template: `<mc-page [heading]="words().notFound">
    <mc-notice [heading]="words().notFoundHint">
      <a routerLink="/">{{ words().home }}</a>
    </mc-notice>
  </mc-page>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  protected readonly words = injectWords(shellWords);
}
