import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { DossiersModule } from '../dossiers/index.ts';
import { SignersModule } from '../identity/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { BookService } from './book/book.service.ts';
import { FormEditionBook } from './editions/form-edition-book.ts';
import { FormEditionsController } from './editions/form-editions.controller.ts';
import { FormEditions } from './editions/form-editions.service.ts';
import { Letterheads } from './facts/letterheads.service.ts';
import { FormDesk } from './form-desk.service.ts';
import { FormsController } from './forms.controller.ts';
import { Press } from './press/press.service.ts';
import { FormRegister } from './register.service.ts';

@Module({
  imports: [AuditModule, DatabaseModule, DossiersModule, ProceduresModule, SignersModule],
  controllers: [FormsController, FormEditionsController],
  providers: [
    BookService,
    FormDesk,
    FormEditionBook,
    FormEditions,
    FormRegister,
    Letterheads,
    Press,
  ],
  exports: [Letterheads, Press],
})
export class FormsModule {}
