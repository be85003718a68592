import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { WaitingLine } from '../../platform/waiting-line/waiting-line.ts';
import { composed } from './password-policy.ts';

/** OWASP's first choice for argon2id, which is the default algorithm of the package. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The hash of a random text nobody kept: it costs as much to be wrong about as any other.
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$2DhyJXVWMK/zH4Y0ODGT9w$45wFRTj0vI/IWkEdB/BflgcK/ApIrwhc61p+lqpkrjE';

@Injectable()
export class PasswordHasher {
  readonly #line = new WaitingLine({ atOnce: 2, waiting: 50 });

  hash(password: string): Promise<string> {
    return this.#line.run(() => hash(composed(password), COST));
  }

  /** Whether the password is the one hashed; without a hash it takes as long, and is not. */
  async matches(hashed: string | null, password: string): Promise<boolean> {
    const matched = await this.#line.run(() => verify(hashed ?? NOBODYS, composed(password)));
    return matched && hashed !== null;
  }
}
