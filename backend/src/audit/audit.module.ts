import { Global, Module } from '@nestjs/common';
import { DENIAL_BOOK } from '../platform/auth/ports.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { AuditBook } from './audit-book.ts';
import { AuditExporter } from './audit-export.service.ts';
import { AuditReader } from './audit-reader.ts';
import { AuditController } from './audit.controller.ts';
import { DenialWriter } from './denial-writer.ts';
import { SealAuditJob, sealAudit } from './seal-audit.job.ts';

@Global()
@Module({
  imports: [DatabaseModule, DeclaresJobs.of(sealAudit)],
  controllers: [AuditController],
  providers: [
    AuditBook,
    AuditExporter,
    AuditReader,
    SealAuditJob,
    { provide: DENIAL_BOOK, useClass: DenialWriter },
  ],
  exports: [AuditBook, DENIAL_BOOK],
})
export class AuditModule {}
