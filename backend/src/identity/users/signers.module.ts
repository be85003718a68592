import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.ts';
import { Signers } from './signers.service.ts';

/** Apart from sign-in: whoever prints a name needs nothing of it. */
@Module({ imports: [DatabaseModule], providers: [Signers], exports: [Signers] })
export class SignersModule {}
