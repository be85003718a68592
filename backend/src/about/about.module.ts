import { Module } from '@nestjs/common';
import { AboutController } from './about.controller.ts';

@Module({ controllers: [AboutController] })
export class AboutModule {}
