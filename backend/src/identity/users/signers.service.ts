import { Inject, Injectable } from '@nestjs/common';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { isUuid } from '../../platform/auth/path-id.ts';

/** An officer as papers name one. */
export interface Signer {
  readonly id: string;
  readonly name: string;
  /** `KT. CHỦ TỊCH`, … each on its line; null where nobody has said it. */
  readonly form: string | null;
}

const SIGNERS = `select id, display_name as name, coalesce(signing_form, upper(title)) as form
  from office_user where id = any ($1::uuid[])`;

/** How those who acted sign. */
@Injectable()
export class Signers {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Machines and keys sign nothing. */
  named(ids: readonly string[]): Promise<readonly Signer[]> {
    const people = [...new Set(ids)].filter(isUuid);
    return this.#tenancy.ask<Signer>({ units: [] }, SIGNERS, [people]);
  }
}
