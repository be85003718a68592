import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { JobsModule } from '../jobs/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { ENVIRONMENT } from '../platform/config/tokens.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { secretsOf } from '../platform/secret-box/secrets.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { ApprovalRequests } from './approval/approval-requests.service.ts';
import { ApprovalService } from './approval/approval.service.ts';
import { ApprovalsController } from './approval/approvals.controller.ts';
import { CommandService } from './command/command.service.ts';
import { CommandsController } from './command/commands.controller.ts';
import { Keeper } from './command/keeper.service.ts';
import { RefusalBook } from './command/refusal-book.service.ts';
import { References } from './command/references.service.ts';
import { DossierExport } from './export/dossier-export.service.ts';
import { ExportReader } from './export/export-reader.service.ts';
import { ExportsController } from './export/exports.controller.ts';
import { DeskBook } from './desk-book.service.ts';
import { DossierFile } from './dossier-file.service.ts';
import { DossierPlaces } from './dossier-places.service.ts';
import { DossierReader } from './dossier-reader.service.ts';
import { DossiersController } from './dossiers.controller.ts';
import { DossierItems } from './list/dossier-items.service.ts';
import { DossierList } from './list/dossier-list.service.ts';
import { ListsController } from './list/lists.controller.ts';
import { ProvisionalDues } from './list/provisional-dues.service.ts';
import { StaleBounds } from './list/stale-bounds.service.ts';
import { CommandManyJob } from './many/command-many.job.ts';
import { ManyCommands } from './many/many-commands.service.ts';
import { ManyController } from './many/many.controller.ts';
import { commandMany } from './many/many-request.ts';
import { OfficeModule } from './office/office.module.ts';
import { KEYED_HASH, KeyedHash } from './person/keyed-hash.ts';
import { KnownApplicants } from './person/known-applicants.service.ts';
import { RevealService } from './person/reveal.service.ts';
import { PublicView } from './public-view.service.ts';
import { BulkReceipts } from './receipt/bulk-receipts.service.ts';
import { LookupCodes } from './receipt/lookup-codes.service.ts';
import { OtherSources } from './receipt/other-sources.service.ts';
import { PrimarySource } from './receipt/primary-source.service.ts';
import { ReceiptService } from './receipt/receipt.service.ts';
import { ReceiptsController } from './receipt/receipts.controller.ts';
import { DossierStoreModule } from './store/dossier-store.module.ts';

type Given = Parameters<typeof secretsOf>[0];

@Module({
  imports: [
    ...[DatabaseModule, DossierStoreModule, ProceduresModule, CalendarsModule],
    ...[JobsModule, OfficeModule],
    DeclaresJobs.of(commandMany),
  ],
  controllers: [
    ...[ReceiptsController, CommandsController, ApprovalsController, ManyController],
    // `counts` and `export` stand before `:id`.
    ...[ListsController, ExportsController, DossiersController],
  ],
  providers: [
    ...[ReceiptService, BulkReceipts, LookupCodes, OtherSources, PrimarySource],
    ...[CommandService, Keeper, References, RefusalBook, ApprovalRequests, ApprovalService],
    ...[DossierReader, DossierPlaces, DeskBook],
    ...[KnownApplicants, RevealService, PublicView, DossierFile, ManyCommands, CommandManyJob],
    ...[DossierList, DossierItems, ProvisionalDues, StaleBounds, DossierExport, ExportReader],
    {
      provide: KEYED_HASH,
      useFactory: (environment: Given) => new KeyedHash(secretsOf(environment)),
      inject: [ENVIRONMENT],
    },
  ],
  exports: [
    ...[DossierList, PublicView, DossierFile, DossierItems, DossierPlaces, OfficeModule],
    KEYED_HASH,
  ],
})
export class DossiersModule {}
