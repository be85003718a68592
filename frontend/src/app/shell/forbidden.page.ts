import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { shellWords } from '#wording/shell';
import { injectWords } from '../language/index.ts';
import { Notice, Page } from '../ui/index.ts';

@Component({
  selector: 'mc-forbidden',
  imports: [Notice, Page, RouterLink],
  template: `<mc-page [heading]="words().forbidden">
    <mc-notice kind="forbidden">
      <a routerLink="/">{{ words().home }}</a>
    </mc-notice>
  </mc-page>`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForbiddenPage {
  protected readonly words = injectWords(shellWords);
}
