import { Global, Module } from '@nestjs/common';
import type { Environment } from '../config/environment.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import { SECRET_BOX, SecretBox } from './secret-box.ts';
import { secretsOf } from './secrets.ts';

const openBox = (environment: Environment): SecretBox => new SecretBox(...secretsOf(environment));

@Global()
@Module({
  providers: [{ provide: SECRET_BOX, useFactory: openBox, inject: [ENVIRONMENT] }],
  exports: [SECRET_BOX],
})
export class SecretBoxModule {}
