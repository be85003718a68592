import { fileURLToPath } from 'node:url';
import { Module } from '@nestjs/common';
import { PagesController } from './pages.controller.ts';
import { PAGES_FOLDER } from './tokens.ts';

// dist/backend/src/platform/http → dist/frontend
const builtFrontend = fileURLToPath(new URL('../../../../frontend', import.meta.url));

@Module({
  providers: [{ provide: PAGES_FOLDER, useValue: builtFrontend }],
  controllers: [PagesController],
})
export class PagesModule {}
