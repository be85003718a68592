import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DossierItem } from '#contract/dossiers';
import { uiWords } from '#wording/ui';
import { workWords } from '#wording/work';
import { OfficeCalendar, OfficeClock } from '../api/index.ts';
import { DOSSIER_PLACE, loadDossierBrief } from '../dossiers/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Code, Kbd, StateBadge, TimeLeft, Waiting } from '../ui/index.ts';

/** The dossier one stands on, beside the list. */
@Component({
  selector: 'mc-dossier-peek',
  imports: [Button, Code, Kbd, NgComponentOutlet, RouterLink, StateBadge, TimeLeft, Waiting],
  templateUrl: './dossier-peek.html',
  styleUrl: './dossier-peek.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', tabindex: '0', '[attr.aria-label]': 'words().detail' },
})
export class DossierPeek {
  protected readonly words = injectWords(workWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly clock = inject(OfficeClock);
  protected readonly calendar = inject(OfficeCalendar).current;
  protected readonly place = DOSSIER_PLACE;
  protected readonly brief = resource({ loader: loadDossierBrief });

  readonly dossierId = input.required<string>();
  /** As the list knows it; undefined where it has been let go, or stands in another list. */
  readonly row = input.required<DossierItem | undefined>();
  readonly closed = output();

  protected readonly inputs = computed(() => ({ id: this.dossierId(), row: this.row() }));
}
