import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.ts';
import { DocsController } from './docs.controller.ts';
import { OpenApiController } from './openapi.controller.ts';

@Module({ imports: [AuthModule], controllers: [OpenApiController, DocsController] })
export class OpenApiModule {}
