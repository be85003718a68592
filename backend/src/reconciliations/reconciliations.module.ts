import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { DossierStoreModule, OfficeModule } from '../dossiers/index.ts';
import { FormsModule } from '../forms/index.ts';
import { ImportsModule } from '../imports/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { ReportsModule } from '../reports/index.ts';
import { EvidenceSheets } from './evidence-sheets.service.ts';
import { Reconciler } from './reconciler.service.ts';
import { ReconciliationHistory } from './reconciliation-history.ts';
import { ReconciliationStore } from './reconciliation-store.ts';
import { ReconciliationsController } from './reconciliations.controller.ts';
import { Reconciliations } from './reconciliations.service.ts';

@Module({
  imports: [
    ...[AuditModule, DatabaseModule, DossierStoreModule, OfficeModule],
    ...[FormsModule, ImportsModule, ReportsModule],
  ],
  controllers: [ReconciliationsController],
  providers: [
    EvidenceSheets,
    Reconciler,
    ReconciliationHistory,
    ReconciliationStore,
    Reconciliations,
  ],
})
export class ReconciliationsModule {}
