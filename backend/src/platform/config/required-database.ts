import type { Environment } from './environment.ts';
import { Failure } from './failure.ts';

/** Without a launcher above it, a process has to be told where the database is. */
export const requireDatabase = ({ DATABASE_URL: url }: Environment): void => {
  if (url !== undefined) return;
  throw new Failure(
    {
      what: 'Chưa biết cơ sở dữ liệu ở đâu.',
      why: 'DATABASE_URL chưa được đặt, và tiến trình này không tự chạy PostgreSQL.',
      todo: 'Đặt DATABASE_URL=postgres://…, hoặc chạy `npm start` để dùng PostgreSQL đi kèm.',
    },
    {
      what: 'There is no database to use.',
      why: 'DATABASE_URL is not set, and this process does not run PostgreSQL itself.',
      todo: 'Set DATABASE_URL=postgres://…, or run `npm start` for the bundled PostgreSQL.',
    },
  );
};
