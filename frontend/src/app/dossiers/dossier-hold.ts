import { Injectable, computed, inject, resource, signal, untracked } from '@angular/core';
import {
  type HeldOffice,
  type OfficerCommand,
  type Verdict,
  answeredCode,
  holdOffice,
  judge,
} from '#contract/dossiers';
import type { ProblemCode } from '#contract/problem';
import type { DossierRefusal } from '#domain/dossier';
import type { ProblemSentences } from '#wording';
import { ApiClient, OfficeClock, problemOf } from '../api/index.ts';
import { type DossierView, findDossier, readDossier } from './dossier-view.ts';
import { probeBody } from './probe-body.ts';
import { type Entry, entriesOf } from './timeline-entries.ts';

/** Whether an act can be done now; where not, why, as the server would say it. */
export interface Chance {
  readonly type: OfficerCommand;
  readonly code?: DossierRefusal;
  readonly awaits?: 'head' | 'director';
}

/** A refusal in the words the server would use. */
export const refusalText = (
  sentences: Readonly<Record<ProblemCode, ProblemSentences>>,
  refused: DossierRefusal,
): string => {
  const { title, detail } = sentences[answeredCode(refused)];
  return `${title}. ${detail}`;
};

const chanceOf = (type: OfficerCommand, verdict: Verdict): Chance => {
  // A probe that is malformed says nothing about the dossier.
  if (verdict.kind === 'malformed') return { type };
  const { result } = verdict;
  if (!result.ok) return { type, code: result.refusal.code };
  return result.value.kind === 'approval' ? { type, awaits: result.value.by } : { type };
};

/** The dossier a page is about, read whole and again whenever it changes. */
@Injectable()
export class DossierHold {
  readonly #api = inject(ApiClient);
  readonly #clock = inject(OfficeClock);
  readonly #named = signal<string | undefined>(undefined);

  readonly #read = resource({
    params: () => this.#named(),
    loader: async ({ params: named, abortSignal: abort }) => {
      const id = await findDossier(this.#api, named, abort);
      return id === undefined ? null : readDossier(this.#api, id, abort);
    },
  });

  /** What was read last stays while it is read anew: nothing flickers. */
  readonly view = computed<DossierView | undefined>(() =>
    this.#read.hasValue() ? (this.#read.value() ?? undefined) : undefined,
  );
  readonly isUnknown = computed(() => this.#read.hasValue() && this.#read.value() === null);
  readonly problem = computed(() => problemOf(this.#read.error()));

  readonly held = computed<HeldOffice | undefined>(() => {
    const view = this.view();
    return view && holdOffice(view.office);
  });

  readonly entries = computed<readonly Entry[]>(() => entriesOf(this.view()?.events ?? []));

  open(named: string | undefined): void {
    this.#named.set(named);
  }

  reload(): void {
    this.#read.reload();
  }

  /** Decides in this browser, by the server's own law. */
  judge(type: OfficerCommand, body: unknown): Verdict | undefined {
    const [held, now] = [this.held(), this.#clock.now()];
    return held && now && judge(held, { type, body }, now);
  }

  /** As of when it was read: a tick of the clock is no reason to decide forty acts anew. */
  chanceOf(type: OfficerCommand): Chance {
    const [held, now] = [this.held(), untracked(this.#clock.now)];
    if (held === undefined || now === undefined) return { type };
    return chanceOf(type, judge(held, { type, body: probeBody(type, held, now) }, now));
  }
}
