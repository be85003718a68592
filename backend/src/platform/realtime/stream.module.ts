import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.ts';
import { StreamController } from './stream.controller.ts';
import { StreamService } from './stream.service.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [StreamController],
  providers: [StreamService],
  exports: [StreamService],
})
export class StreamModule {}
