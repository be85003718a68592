import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DossierDetail, SourceAnswer } from '#contract/dossiers';
import { dossierWords, happenedWords } from '#wording/dossiers';
import { People, Sources } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Code, Icon } from '../ui/index.ts';
import type { DossierView } from './dossier-view.ts';
import { DOSSIER_PLACE } from './dossier-place.ts';
import { sourceNotes } from './source-notes.ts';

/** The steps of the procedure with their own clocks. */
@Component({
  selector: 'mc-steps-panel',
  imports: [Badge],
  template: `<ol>
    @for (step of steps(); track step.place) {
      <li [class.now]="step.isNow">
        <span class="name">{{ step.name }}</span>
        <span class="said">
          @if (step.late) {
            <mc-badge tone="overdue" icon="overdue">{{ words().stepLate }}</mc-badge>
          }
          {{ step.said }}
        </span>
      </li>
    }
  </ol>`,
  styleUrl: './side-panels.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepsPanel {
  protected readonly words = injectWords(dossierWords);
  readonly view = input.required<DossierView>();

  protected readonly steps = computed(() => {
    const { clock, office, detail } = this.view();
    const stays = clock.steps;
    const begun = stays.map((stay, place) => ({
      place,
      name: this.#nameOf(stay.key),
      late: stay.late,
      isNow: stay.endedAt === null && detail.finishedAt === null,
      said: this.#said(stay),
    }));
    const seen = new Set(stays.map(({ key }) => key));
    const ahead = office.procedure.steps
      .filter(({ key }) => !seen.has(key))
      .map(({ name }, place) => ({
        place: begun.length + place,
        name,
        late: false,
        isNow: false,
        said: detail.finishedAt === null ? this.words().stepAhead : '–',
      }));
    return [...begun, ...ahead];
  });

  #nameOf(key: string): string {
    return this.view().office.procedure.steps.find((step) => step.key === key)?.name ?? key;
  }

  #said({ endedAt, dueAt }: DossierView['clock']['steps'][number]): string {
    const { stepDone, stepDue, stepNow } = this.words();
    if (endedAt !== null) return stepDone(readMoment(endedAt));
    return dueAt === null ? stepNow : `${stepNow}, ${stepDue(readMoment(dueAt))}`;
  }
}

/** In which systems the dossier is known, and what each of them says. */
@Component({
  selector: 'mc-sources-panel',
  imports: [Badge, Code, Icon],
  template: `@for (record of records(); track $index) {
      <div class="record">
        <p class="row">
          <b>{{ sources.nameOf(record.source) }}</b>
          @if ($first && detail().sources.length > 1) {
            <mc-badge>{{ words().primary }}</mc-badge>
          }
          <mc-code [value]="record.externalCode" />
          @if (pageOf(record); as page) {
            <a class="unprinted" [href]="page" target="_blank" rel="noopener noreferrer">
              {{ words().openSource }} <mc-icon name="external" />
            </a>
          }
        </p>
        <p class="muted">
          @if (record.sourceStatus; as status) {
            <bdi>{{ status }}</bdi> ·
          }
          @if (record.asOf; as asOf) {
            {{ words().asOf(readMoment(asOf)) }}
          }
        </p>
        @if (record.notes.differs.length > 0) {
          <p class="differs">
            {{ $first ? words().differsHere : words().differs }}:
            {{ record.notes.differs.join(', ') }}
          </p>
        }
        @if (record.notes.marks.length > 0) {
          <p class="muted">{{ words().marked }}: {{ record.notes.marks.join(', ') }}</p>
        }
      </div>
    } @empty {
      <p class="muted">{{ words().noSources }}</p>
    }`,
  styleUrl: './side-panels.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourcesPanel {
  protected readonly words = injectWords(dossierWords);
  protected readonly readMoment = readMoment;
  protected readonly sources = inject(Sources);
  readonly #happened = injectWords(happenedWords);
  readonly detail = input.required<DossierDetail>();

  protected readonly records = computed(() =>
    this.detail().sources.map((record) => ({
      ...record,
      notes: sourceNotes(record.differences, this.words(), this.#happened().names),
    })),
  );

  protected pageOf({ source, externalCode }: SourceAnswer): string | undefined {
    const { officialCode, code } = this.detail();
    return this.sources.pageOf({ source, externalCode, officialCode, code });
  }
}

/** What the dossier is: procedure, channel, who holds it. */
@Component({
  selector: 'mc-facts-panel',
  imports: [RouterLink],
  template: `<dl>
    @for (fact of facts(); track fact.label) {
      <div>
        <dt>{{ fact.label }}</dt>
        <dd>{{ fact.text }}</dd>
      </div>
    }
    @if (view().detail.linkedTo; as primary) {
      <div>
        <dt>{{ words().linked }}</dt>
        <dd>
          <a [routerLink]="['/', place, primary]">{{ words().linkedTo }}</a>
        </dd>
      </div>
    }
  </dl>`,
  styleUrl: './side-panels.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactsPanel {
  readonly #people = inject(People);
  protected readonly words = injectWords(dossierWords);
  protected readonly place = DOSSIER_PLACE;
  readonly view = input.required<DossierView>();

  protected readonly facts = computed(() => {
    const { detail, office } = this.view();
    const words = this.words();
    return [
      {
        label: words.procedure,
        text: `${office.procedure.name} · ${detail.field} · ${detail.procedureCode}`,
      },
      { label: words.channel, text: words.channels[detail.channel] ?? detail.channel },
      { label: words.holder, text: this.#holder() },
      ...(detail.officialCode === null ? [] : [{ label: words.ownCode, text: detail.code }]),
    ];
  });

  #holder(): string {
    const { userId, departmentCode, agency } = this.view().detail.holder ?? {};
    const told = [
      agency,
      this.#people.nameOf(userId),
      this.#people.departmentOf(departmentCode),
    ].filter((each) => each !== undefined);
    return told.length === 0 ? this.words().nobody : told.join(', ');
  }
}
