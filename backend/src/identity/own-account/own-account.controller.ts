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
  secondFactorProofSchema,
} from '#contract/identity';
import { CurrentActor } from '../../platform/auth/current-actor.ts';
import { SignedInAnyhow } from '../../platform/auth/policy.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { OwnAccount } from './own-account.service.ts';

@SignedInAnyhow()
@Controller()
export class OwnAccountController {
  readonly #account: OwnAccount;

  constructor(@Inject(OwnAccount) account: OwnAccount) {
    this.#account = account;
  }

  @Post(myPasswordPath)
  @HttpCode(204)
  changePassword(
    @Body({ schema: passwordChangeSchema }) change: PasswordChange,
    @CurrentActor() actor: RequestActor,
    @Req() from: HttpRequest,
  ): Promise<void> {
    return this.#account.changePassword(change, { actor, from });
  }

  @Post(mySecondFactorPath)
  @Header('cache-control', 'no-store')
  offer(@CurrentActor() actor: RequestActor, @Req() from: HttpRequest): Promise<SecondFactorOffer> {
    return this.#account.offerSecondFactor({ actor, from });
  }

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
