import { Inject, Injectable } from '@nestjs/common';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { PasswordHasher } from './password-hasher.ts';
import { type PasswordContext, findPasswordFault } from './password-policy.ts';

/** Passwords on their way in: good enough, then hashed. */
@Injectable()
export class NewPasswords {
  readonly #hasher: PasswordHasher;

  constructor(@Inject(PasswordHasher) hasher: PasswordHasher) {
    this.#hasher = hasher;
  }

  hash(password: string, context: PasswordContext): Promise<string> {
    const fault = findPasswordFault(password, context);
    if (fault !== undefined) throw new ProblemError('password-not-accepted', { fault });
    return this.#hasher.hash(password);
  }
}
