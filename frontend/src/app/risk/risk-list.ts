import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RiskDossier } from '#contract/risk';
import { stateWording } from '#wording';
import { riskWords } from '#wording/risk';
import { People } from '../api/index.ts';
import { DOSSIER_PLACE, reasonText } from '../dossiers/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, StateBadge } from '../ui/index.ts';

/** Dossiers that may become late, each with its reason: for the page, and for wherever heads look. */
@Component({
  selector: 'mc-risk-list',
  imports: [Badge, RouterLink, StateBadge],
  templateUrl: './risk-list.html',
  styleUrl: './risk-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RiskList {
  readonly #people = inject(People);
  readonly #states = injectWords(stateWording);
  protected readonly words = injectWords(riskWords);
  protected readonly readMoment = readMoment;
  protected readonly place = `/${DOSSIER_PLACE}`;
  readonly dossiers = input.required<readonly RiskDossier[]>();

  protected reasonOf({ risk }: RiskDossier): string {
    return reasonText(risk, this.words(), this.#states());
  }

  protected holderOf({ holder }: RiskDossier): string {
    const { userId, departmentCode, agency } = holder ?? {};
    return (
      this.#people.nameOf(userId) ??
      agency ??
      this.#people.departmentOf(departmentCode) ??
      this.words().nobody
    );
  }
}
