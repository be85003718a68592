import { Inject, Injectable } from '@nestjs/common';
import { offersOf, type FormOccasionAnswer, type PrintRequest } from '#contract/forms';
import { tellInstant } from '#contract/time';
import {
  effectiveEvents,
  formOccasions,
  type DossierForm,
  type FormOccasion,
} from '#domain/dossier';
import { DossierFile, type Asking, type OpenFile } from '../dossiers/index.ts';
import { Signers } from '../identity/index.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { ProcedureService } from '../procedures/index.ts';
import { FormEditionBook, headed } from './editions/form-edition-book.ts';
import { factsOf, type Printing } from './facts/form-facts.ts';
import { fill } from './layout/fill.ts';
import { worded } from './layout/worded.ts';
import { Press } from './press/press.service.ts';
import { FormRegister, type Entry } from './register.service.ts';
import { TEMPLATES } from './templates/index.ts';

/** A form made: its bytes and the number it stands under. */
export interface Printed {
  readonly bytes: Buffer;
  readonly number: number;
  readonly year: number;
}

interface Order {
  readonly id: string;
  readonly form: DossierForm;
  readonly request: PrintRequest;
  readonly lookupUrl: string;
}

/** Hands out Mẫu 01–06: draws the number, writes down that it did, and only then shows a person's data. */
@Injectable()
export class FormDesk {
  readonly #files: DossierFile;
  readonly #register: FormRegister;
  readonly #editions: FormEditionBook;
  readonly #signers: Signers;
  readonly #procedures: ProcedureService;
  readonly #tenancy: Tenancy;
  readonly #press: Press;

  // eslint-disable-next-line max-params -- what a form is made of lies in as many rooms
  constructor(
    @Inject(DossierFile) files: DossierFile,
    @Inject(FormRegister) register: FormRegister,
    @Inject(FormEditionBook) editions: FormEditionBook,
    @Inject(Signers) signers: Signers,
    @Inject(ProcedureService) procedures: ProcedureService,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Press) press: Press,
  ) {
    this.#files = files;
    this.#register = register;
    this.#editions = editions;
    this.#signers = signers;
    this.#procedures = procedures;
    this.#tenancy = tenancy;
    this.#press = press;
  }

  async occasions(asking: Asking, id: string): Promise<readonly FormOccasionAnswer[]> {
    const file = await this.#files.open(asking, id, 'dossiers.read');
    const numbered = await this.#tenancy.within({ units: [file.unit.id] }, (transaction) =>
      this.#register.numbersOf(transaction, file.unit.id, id),
    );
    return formOccasions(file.state).map((occasion) => told(occasion, numbered));
  }

  async print(asking: Asking, order: Order): Promise<Printed> {
    const file = await this.#files.open(asking, order.id, 'forms.print');
    const paper = paperFor(order);
    const occasion = occasionFor(file, order);
    const entry = await this.#draw(asking, file, occasion);
    const { own, head } = await this.#wordings(file.unit.id, entry);
    const printing = await this.#printing(file, { occasion, entry, lookupUrl: order.lookupUrl });
    const filled = fill(worded(TEMPLATES[order.form], own), headed(factsOf(printing), head));
    const { format } = order.request;
    const bytes = await this.#press.print({ kind: 'form', format, paper, form: filled });
    return { bytes, number: entry.number, year: entry.year };
  }

  /** As the unit worded it when the number was drawn, however often it is printed again. */
  async #wordings(unitId: number, { form, edition, headEdition }: Entry) {
    const [own, head] = await Promise.all([
      this.#editions.at(unitId, form, edition),
      this.#editions.at(unitId, 'head', headEdition),
    ]);
    return { own, head };
  }

  #draw(asking: Asking, file: OpenFile, { form, version }: FormOccasion): Promise<Entry> {
    const unitId = file.unit.id;
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const entry = await this.#register.number(transaction, {
        ...{ unitId, dossierId: file.id, form, version },
        at: file.office.now,
        by: `${asking.actor.kind}:${asking.actor.id}`,
      });
      const facts = { form, version, number: entry.number, year: entry.year };
      const shown = { unit: file.unit, id: file.id, act: 'dossier.print', facts };
      await this.#files.note(transaction, asking, shown);
      return entry;
    });
  }

  async #printing(
    file: OpenFile,
    {
      occasion,
      entry,
      lookupUrl,
    }: Pick<Printing, 'occasion' | 'lookupUrl'> & { readonly entry: Entry },
  ): Promise<Printing> {
    const { procedure } = file.state.intake;
    const actors = effectiveEvents(file.state.history).map(({ actor }) => actor.id);
    const [person, people, { definition }] = await Promise.all([
      this.#files.person(file),
      this.#signers.named(actors),
      this.#procedures.version(file.unit.id, procedure.code, procedure.version),
    ]);
    return {
      ...{ file, occasion, person, people, lookupUrl },
      procedureName: definition.name,
      number: entry.number,
      numberedAt: entry.numberedAt,
    };
  }
}

const told = (occasion: FormOccasion, numbered: readonly Entry[]): FormOccasionAnswer => {
  const { form, version, occurredAt } = occasion;
  const entry = numbered.find((one) => one.form === form && one.version === version);
  return {
    ...{ form, version, occurredAt: tellInstant(occurredAt) ?? '' },
    ...{ number: entry?.number ?? null, year: entry?.year ?? null },
    ...offersOf(form),
  };
};

const paperFor = ({ form, request }: Order) => {
  const { formats, papers } = offersOf(form);
  const paper = request.paper ?? papers[0];
  if (paper === undefined || !papers.includes(paper) || !formats.includes(request.format)) {
    throw new ProblemError('print-not-offered', { form, formats, papers });
  }
  return paper;
};

/** The occasion meant: the event named, or the latest one of this form. */
const occasionFor = ({ state }: OpenFile, { form, request }: Order): FormOccasion => {
  const occasion = formOccasions(state).findLast(
    (one) => one.form === form && (request.version ?? one.version) === one.version,
  );
  if (occasion === undefined) throw new ProblemError('form-not-due', { form });
  return occasion;
};
