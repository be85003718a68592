import { Failure } from '../config/failure.ts';

export const roleMissing = (statement: string): Failure =>
  new Failure(
    {
      what: 'Cơ sở dữ liệu thiếu vai trò mà Motcua cần, và tài khoản chủ không được phép tạo.',
      why: 'Motcua làm việc bằng vai trò motcua_app và motcua_reader, không bằng tài khoản chủ.',
      todo: `Nhờ quản trị cơ sở dữ liệu chạy: ${statement}; rồi khởi động lại.`,
    },
    {
      what: 'The database lacks a role Motcua needs, and the owner may not make it.',
      why: 'Motcua works as motcua_app and motcua_reader, never as the owner.',
      todo: `Ask the database administrator to run: ${statement}; then start again.`,
    },
  );

export const schemaRefused = (reason: string): Failure =>
  new Failure(
    {
      what: 'Không nâng cấp được cấu trúc cơ sở dữ liệu.',
      why: reason,
      todo: 'Dữ liệu còn nguyên như trước bước bị lỗi. Xem nguyên nhân ở trên, sửa rồi chạy `motcua migrate`.',
    },
    {
      what: 'The schema of the database could not be brought up to date.',
      why: reason,
      todo: 'Data is as it was before the failed step. Mend the reason above and run `motcua migrate`.',
    },
  );

export const migrationBusy = (seconds: number): Failure =>
  new Failure(
    {
      what: 'Một tiến trình khác đang nâng cấp cơ sở dữ liệu quá lâu.',
      why: `Đã chờ ${seconds} giây mà khóa nâng cấp vẫn chưa được nhả.`,
      todo: 'Chờ tiến trình kia xong, hoặc dừng nó, rồi khởi động lại.',
    },
    {
      what: 'Another process has been bringing the database up to date for too long.',
      why: `Its lock was still held after ${seconds} seconds.`,
      todo: 'Let that process finish, or stop it, and start again.',
    },
  );

export const databaseTooOld = (version: string): Failure =>
  new Failure(
    {
      what: 'Phiên bản PostgreSQL quá cũ.',
      why: `Máy chủ là PostgreSQL ${version}; Motcua cần từ 15 trở lên.`,
      todo: 'Nâng cấp PostgreSQL, hoặc bỏ DATABASE_URL để dùng PostgreSQL đi kèm.',
    },
    {
      what: 'This PostgreSQL is too old.',
      why: `The server is PostgreSQL ${version}; Motcua needs 15 or later.`,
      todo: 'Upgrade PostgreSQL, or leave DATABASE_URL out to use the bundled one.',
    },
  );
