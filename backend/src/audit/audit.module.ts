import { Global, Module } from '@nestjs/common';
import { DENIAL_BOOK } from '../platform/auth/ports.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { AuditBook } from './audit-book.ts';
import { DenialWriter } from './denial-writer.ts';

@Global()
@Module({
  imports: [DatabaseModule],
  providers: [AuditBook, { provide: DENIAL_BOOK, useClass: DenialWriter }],
  exports: [AuditBook, DENIAL_BOOK],
})
export class AuditModule {}
