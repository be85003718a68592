import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DossierItem } from '#contract/dossiers';
import {
  incidentDossiersPageSchema,
  incidentDossiersPath,
  type Incident,
} from '#contract/incidents';
import { incidentWords } from '#wording/incidents';
import { ApiClient, PagedList } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, Dialog, Notice, StateBadge, Waiting } from '../ui/index.ts';

/** The dossiers of a system that were open while it did not work. */
@Component({
  selector: 'mc-affected-dossiers',
  imports: [Button, Dialog, Notice, RouterLink, StateBadge, Waiting],
  template: `<mc-dialog drawer wide [heading]="words().affected.heading">
    <p class="muted">{{ words().affected.hint }}</p>
    @if (list.problem(); as refused) {
      <mc-notice kind="failed" [heading]="refused.title" [text]="refused.detail" />
    } @else if (list.loading() && list.items().length === 0) {
      <mc-waiting [lines]="4" />
    }
    <ul role="list">
      @for (each of list.items(); track each.id) {
        <li>
          <a [routerLink]="[place, each.id]">{{ each.officialCode ?? each.code }}</a>
          <mc-state-badge [state]="each.state" />
          <span>{{ words().affected.due }} {{ readMoment(each.dueAt) }}</span>
        </li>
      }
    </ul>
    @if (list.items().length > 0 && !list.isComplete()) {
      <button mcButton [busy]="list.loading()" (click)="list.more()">
        {{ words().list.more }}
      </button>
    }
  </mc-dialog>`,
  styles: `
    .muted {
      color: var(--ink-muted);
    }

    ul {
      display: grid;
      margin: var(--s3) 0;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
      padding: var(--s2) 0;
      border-top: 1px solid var(--rule);
      overflow-wrap: anywhere;
    }

    a {
      font-family: var(--mono);
      font-weight: 550;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AffectedDossiers {
  readonly #api = inject(ApiClient);
  readonly #incident = signal<string | undefined>(undefined);
  protected readonly words = injectWords(incidentWords);
  protected readonly readMoment = readMoment;
  protected readonly place = `/${DOSSIER_PLACE}`;
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly list = new PagedList<DossierItem>((cursor, abort) =>
    this.#api.read(incidentDossiersPath(this.#incident() ?? ''), incidentDossiersPageSchema, {
      query: { cursor },
      abort,
    }),
  );

  open({ id }: Incident): void {
    this.#incident.set(id);
    void this.list.reload();
    this.dialog().open();
  }
}
