import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { type Language, languages } from '#wording';
import { shellWords } from '#wording/shell';
import { LanguageService, injectWords } from '../language/index.ts';

/** Vietnamese or English, from one press to the next. */
@Component({
  selector: 'mc-language-switch',
  template: `<div role="group" [attr.aria-label]="words().language">
    @for (each of languages; track each) {
      <button
        type="button"
        [attr.lang]="each"
        [attr.aria-pressed]="each === language.current()"
        [title]="words().languages[each]"
        (click)="choose(each)"
      >
        {{ each.toUpperCase() }}
      </button>
    }
  </div>`,
  styleUrl: './language-switch.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageSwitch {
  protected readonly language = inject(LanguageService);
  protected readonly words = injectWords(shellWords);
  protected readonly languages = languages;

  protected choose(language: Language): void {
    void this.language.choose(language);
  }
}
