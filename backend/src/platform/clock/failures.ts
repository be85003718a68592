import { Failure } from '../config/failure.ts';

export const clockMoved = (): Failure =>
  new Failure(
    {
      what: 'Giờ của cơ sở dữ liệu này đã được dời để chạy thử.',
      why: 'Trước đây đã chạy với MOTCUA_CLOCK; hồ sơ trong đó mang ngày giờ không thật.',
      todo: 'Dùng một cơ sở dữ liệu mới cho công việc thật.',
    },
    {
      what: 'Office time of this database was moved for a trial.',
      why: 'It ran with MOTCUA_CLOCK before: its dossiers carry dates that never were.',
      todo: 'Use a new database for real work.',
    },
  );
