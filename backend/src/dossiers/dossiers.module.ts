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
import { References } from './command/references.service.ts';
import { DeskBook } from './desk-book.service.ts';
import { DossierPlaces } from './dossier-places.service.ts';
import { DossierReader } from './dossier-reader.service.ts';
import { DossiersController } from './dossiers.controller.ts';
import { DossierList } from './list/dossier-list.service.ts';
import { ListsController } from './list/lists.controller.ts';
import { ProvisionalDues } from './list/provisional-dues.service.ts';
import { StaleBounds } from './list/stale-bounds.service.ts';
import { CommandManyJob } from './many/command-many.job.ts';
import { ManyCommands } from './many/many-commands.service.ts';
import { ManyController } from './many/many.controller.ts';
import { commandMany } from './many/many-request.ts';
import { OfficeBook } from './office/office-book.service.ts';
import { UnitBook } from './office/unit-book.service.ts';
import { KEYED_HASH, KeyedHash } from './person/keyed-hash.ts';
import { RevealService } from './person/reveal.service.ts';
import { PublicView } from './public-view.service.ts';
import { BulkReceipts } from './receipt/bulk-receipts.service.ts';
import { LookupCodes } from './receipt/lookup-codes.service.ts';
import { OtherSources } from './receipt/other-sources.service.ts';
import { ReceiptService } from './receipt/receipt.service.ts';
import { ReceiptsController } from './receipt/receipts.controller.ts';
import { DossierStoreModule } from './store/dossier-store.module.ts';

type Given = Parameters<typeof secretsOf>[0];

@Module({
  imports: [
    ...[DatabaseModule, DossierStoreModule, ProceduresModule, CalendarsModule, JobsModule],
    DeclaresJobs.of(commandMany),
  ],
  controllers: [
    ...[ReceiptsController, CommandsController, ApprovalsController, ManyController],
    // Its `counts` stands before `:id`.
    ...[ListsController, DossiersController],
  ],
  providers: [
    ...[ReceiptService, BulkReceipts, LookupCodes, OtherSources],
    ...[CommandService, Keeper, References, ApprovalRequests, ApprovalService],
    ...[DossierReader, DossierPlaces, DeskBook, OfficeBook, UnitBook],
    ...[RevealService, PublicView, ManyCommands, CommandManyJob],
    ...[DossierList, ProvisionalDues, StaleBounds],
    {
      provide: KEYED_HASH,
      useFactory: (environment: Given) => new KeyedHash(secretsOf(environment)),
      inject: [ENVIRONMENT],
    },
  ],
  exports: [PublicView],
})
export class DossiersModule {}
