import { Inject, Injectable } from '@nestjs/common';
import { Tenancy } from '../../platform/database/tenancy.ts';

/** What sign-in needs to know of an account. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly title: string | null;
  readonly signingForm: string | null;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly hasPin: boolean;
  readonly isDisabled: boolean;
  /** The unit whose books tell of sign-ins; 0, the installation, for whoever has none. */
  readonly homeUnit: number;
}

const ACCOUNT = `id, username, display_name as "displayName", title, signing_form as "signingForm",
  secret_hash_of(id, 'password') as "passwordHash", has_pin as "hasPin", must_change_password as "mustChangePassword",
  totp_seed is not null as "hasSecondFactor", disabled_at is not null as "isDisabled",
  coalesce(home_of(id), 0) as "homeUnit"`;

@Injectable()
export class UserStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async findByName(username: string): Promise<Account | undefined> {
    const [account] = await this.#tenancy.ask<Account>(
      { units: [] },
      `select ${ACCOUNT} from office_user where username = $1`,
      [username],
    );
    return account;
  }

  async get(id: string): Promise<Account> {
    const [account] = await this.#tenancy.ask<Account>(
      { units: [] },
      `select ${ACCOUNT} from office_user where id = $1`,
      [id],
    );
    if (account === undefined) throw new Error('an account that signed in is gone');
    return account;
  }
}
