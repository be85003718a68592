import { Controller, Get, Header, Inject } from '@nestjs/common';
import { type About, aboutPath, aboutSchema } from '#contract/about';
import { languages } from '#wording';
import { EVALUATION_PASSWORD, evaluationAccounts } from '../evaluation/index.ts';
import { FirstAdministrator } from '../identity/index.ts';
import { Public } from '../platform/auth/policy.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { officeTimeOf } from '../platform/clock/office-time.ts';
import { EVALUATES } from '../platform/config/tokens.ts';
import { productVersion } from '../platform/health/version.ts';
import { Answers } from '../platform/openapi/answers.ts';

/** What this installation is, for whoever stands before the sign-in page. */
@Controller()
export class AboutController {
  readonly #clock: Clock;
  readonly #first: FirstAdministrator;
  readonly #evaluates: boolean;

  constructor(
    @Inject(CLOCK) clock: Clock,
    @Inject(FirstAdministrator) first: FirstAdministrator,
    @Inject(EVALUATES) evaluates: boolean,
  ) {
    this.#clock = clock;
    this.#first = first;
    this.#evaluates = evaluates;
  }

  @Public()
  @Answers(aboutSchema)
  @Get(aboutPath)
  @Header('cache-control', 'no-store')
  async about(): Promise<About> {
    const evaluation = this.#evaluates;
    return {
      product: 'Motcua',
      version: productVersion,
      languages,
      clock: officeTimeOf(this.#clock),
      evaluation,
      accounts: evaluation ? evaluationAccounts().map(trialAccount) : [],
      password: evaluation ? EVALUATION_PASSWORD : null,
      needsSetup: await this.#first.isAwaited(),
    };
  }
}

const trialAccount = ({
  username,
  displayName,
  title,
  unitCode,
  roles,
}: ReturnType<typeof evaluationAccounts>[number]): About['accounts'][number] => {
  const [role] = roles;
  return { username, displayName, title, unitCode, role, roles };
};
