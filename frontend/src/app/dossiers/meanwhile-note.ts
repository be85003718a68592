import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { actWords, happenedWords } from '#wording/dossiers';
import { People } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import type { Entry } from './timeline-entries.ts';

/** What colleagues did to the dossier while one was typing: who, what, when. */
@Component({
  selector: 'mc-meanwhile-note',
  template: `<p>
      <b>{{ words().changedMeanwhile }}</b>
    </p>
    <ul>
      @for (entry of entries(); track entry.event.version) {
        <li>
          {{ nameOf(entry) }}: {{ happened().names[entry.type] }},
          {{ readMoment(entry.event.recordedAt) }}
        </li>
      }
    </ul>
    <p>{{ words().keptTyped }}</p>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s1);
      padding: var(--s3);
      border: 1px solid var(--near);
      border-radius: var(--radius);
      background: var(--near-soft);
    }

    ul {
      padding-left: var(--s5);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'alert' },
})
export class MeanwhileNote {
  readonly #people = inject(People);
  protected readonly words = injectWords(actWords);
  protected readonly happened = injectWords(happenedWords);
  protected readonly readMoment = readMoment;
  readonly entries = input.required<readonly Entry[]>();

  protected nameOf({ event: { actor } }: Entry): string {
    return this.#people.nameOf(actor.id) ?? this.happened().someone;
  }
}
