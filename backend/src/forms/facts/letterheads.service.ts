import { Inject, Injectable } from '@nestjs/common';
import { FormEditionBook } from '../editions/form-edition-book.ts';
import { letterheadOf, type Letterhead } from './letterhead.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** How a unit heads its papers: as it has set it for all its forms, and else by its name. */
@Injectable()
export class Letterheads {
  readonly #editions: FormEditionBook;

  constructor(@Inject(FormEditionBook) editions: FormEditionBook) {
    this.#editions = editions;
  }

  async of({ id, name }: Named): Promise<Letterhead> {
    const { authority, centre, place } =
      (await this.#editions.latest(id, 'head'))?.wording.texts ?? {};
    return {
      ...letterheadOf(name),
      ...(authority !== undefined && { authority }),
      ...(centre !== undefined && { centre }),
      ...(place !== undefined && { place }),
    };
  }
}
