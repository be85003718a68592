import { Failure } from '../../platform/config/failure.ts';

export const refusedInProduction = (): Failure =>
  new Failure(
    {
      what: 'Cơ sở dữ liệu này có tài khoản dùng thử.',
      why: 'Mật khẩu của các tài khoản ấy ai cũng biết; NODE_ENV=production không chạy với chúng.',
      todo: 'Dùng một cơ sở dữ liệu mới cho công việc thật.',
    },
    {
      what: 'This database holds evaluation accounts.',
      why: 'Everybody knows their password; NODE_ENV=production does not run with them.',
      todo: 'Use a new database for real work.',
    },
  );

export const noSeedInProduction = (): Failure =>
  new Failure(
    {
      what: 'Không dựng dữ liệu dùng thử khi vận hành thật.',
      why: 'NODE_ENV=production đang được đặt.',
      todo: 'Chạy không có NODE_ENV=production, trên một cơ sở dữ liệu riêng.',
    },
    {
      what: 'No evaluation data are made in production.',
      why: 'NODE_ENV=production is set.',
      todo: 'Run without NODE_ENV=production, on a database of its own.',
    },
  );

export const notForEvaluation = (): Failure =>
  new Failure(
    {
      what: 'Cơ sở dữ liệu này đã có người dùng thật.',
      why: 'Dữ liệu dùng thử chỉ được đặt vào một cơ sở dữ liệu của riêng nó.',
      todo: 'Tạo một cơ sở dữ liệu trống rồi chạy lại.',
    },
    {
      what: 'This database already has users of its own.',
      why: 'Evaluation data go into a database of their own only.',
      todo: 'Make an empty database and run again.',
    },
  );
