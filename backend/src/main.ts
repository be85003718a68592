import { type Doors, doorsOf } from './platform/config/doors.ts';
import { Failure, describeFailure } from './platform/config/failure.ts';
import { serve } from './serve.ts';

const noSuchDoor = (word: string): Failure =>
  new Failure(
    {
      what: `Không có cửa nào tên là "${word}".`,
      why: 'Tiến trình này chỉ mở cửa api, cửa worker, hoặc cả hai khi không nêu tên.',
      todo: 'Chạy lại với api, worker, hoặc không nêu gì.',
    },
    {
      what: `There is no door called "${word}".`,
      why: 'This process opens the door api, the door worker, or both when none is named.',
      todo: 'Start it again with api, worker, or nothing.',
    },
  );

const openOrRefuse = (word: string | undefined): Promise<never> => {
  const doors: Doors | undefined = doorsOf(word);
  if (doors !== undefined) return serve(doors);
  process.stderr.write(describeFailure(noSuchDoor(word ?? '')));
  process.exit(1);
};

await openOrRefuse(process.argv[2]);
