import { Body, Controller, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  type PasswordChange,
  type RecoveryCodes,
  type SecondFactorOffer,
  type SecondFactorProof,
  myPasswordPath,
  mySecondFactorEndPath,
  mySecondFactorPath,
  mySecondFactorProofPath,
  passwordChangeSchema,
  recoveryCodesSchema,
  secondFactorOfferSchema,
  secondFactorProofSchema,
} from '#contract/identity';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { SignedInAnyhow } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { Answers } from '../../platform/openapi/answers.ts';
import { OwnAccount } from './own-account.service.ts';

const PROOF_PROBLEMS = [
  'wrong-password',
  'wrong-one-time-code',
  'second-factor-not-offered',
] as const;

@SignedInAnyhow()
@Controller()
export class OwnAccountController {
  readonly #account: OwnAccount;

  constructor(@Inject(OwnAccount) account: OwnAccount) {
    this.#account = account;
  }

  @Answers(null, { problems: ['wrong-password', 'password-not-accepted', 'too-busy'] })
  @Post(myPasswordPath)
  @HttpCode(204)
  changePassword(
    @Body({ schema: passwordChangeSchema }) change: PasswordChange,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#account.changePassword(change, { actor, from });
  }

  @Answers(secondFactorOfferSchema, { problems: ['second-factor-enrolled'] })
  @Post(mySecondFactorPath)
  @Header('cache-control', 'no-store')
  offer(@CurrentActor() actor: RequestActor, @Req() from: HttpRequest): Promise<SecondFactorOffer> {
    return this.#account.offerSecondFactor({ actor, from });
  }

  @Answers(recoveryCodesSchema, { problems: PROOF_PROBLEMS })
  @Post(mySecondFactorProofPath)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async confirm(
    @Body({ schema: secondFactorProofSchema }) proof: SecondFactorProof,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.#account.confirmSecondFactor(proof, { actor, from }) };
  }

  @Answers(null, { problems: PROOF_PROBLEMS })
  @Post(mySecondFactorEndPath)
  @HttpCode(204)
  remove(
    @Body({ schema: secondFactorProofSchema }) proof: SecondFactorProof,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#account.removeSecondFactor(proof, { actor, from });
  }
}
