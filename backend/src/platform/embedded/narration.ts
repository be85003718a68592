import type { Narrator } from './embedded-postgres.ts';

/** One line for the office, one for whoever looks after the machine. */
const say = (vi: string, en: string): void => {
  process.stdout.write(`${vi}\n  ${en}\n`);
};

export const narrator: Narrator = {
  making: () =>
    say('Đang tạo cơ sở dữ liệu (chỉ lần đầu)…', 'Making the database (first time only)…'),
  recovering: () =>
    say('Cơ sở dữ liệu đang tự phục hồi, xin đợi…', 'The database is recovering, please wait…'),
  adopted: (pid) =>
    say(
      `Dùng tiếp máy chủ cơ sở dữ liệu còn chạy từ lần trước (tiến trình ${pid}).`,
      `Taking over the database server left running by the last start (process ${pid}).`,
    ),
  portTaken: (wanted, got) =>
    say(
      `Cổng ${wanted} của cơ sở dữ liệu đã có chương trình khác dùng; dùng cổng ${got}.`,
      `Database port ${wanted} is used by another program; using ${got}.`,
    ),
};

export interface Opened {
  readonly address: string;
  readonly portTaken?: number;
  readonly dataFolder: string;
  readonly clusterHome: string | undefined;
}

export const sayOpened = ({ address, portTaken, dataFolder, clusterHome }: Opened): void => {
  if (portTaken !== undefined) {
    say(
      `Cổng ${portTaken} đã có chương trình khác dùng; dùng cổng trống kế tiếp.`,
      `Port ${portTaken} is used by another program; using the next free one.`,
    );
  }
  say(`Motcua đang chạy tại ${address}`, `Motcua is running at ${address}`);
  say(`Dữ liệu ở ${dataFolder}`, `Data, and logs in logs/, are kept there`);
  if (clusterHome !== undefined && !clusterHome.startsWith(dataFolder)) {
    say(
      `Cơ sở dữ liệu ở ${clusterHome}, vì người dùng chạy nó không vào được thư mục trên`,
      `The database is there because the user who runs it may not enter the folder above`,
    );
  }
  say('Nhấn Ctrl-C để dừng.', 'Press Ctrl-C to stop.');
};

export const sayClosing = (): void => say('Đang dừng…', 'Stopping…');
export const sayClosed = (): void =>
  say('Đã dừng, dữ liệu an toàn.', 'Stopped, the data are safe.');

export const sayServerCrashed = (): void =>
  say(
    'Máy chủ cơ sở dữ liệu vừa dừng bất thường; đang khởi động lại…',
    'The database server stopped unexpectedly; starting it again…',
  );

export const sayDoorCrashed = (): void =>
  say(
    'Tiến trình phục vụ vừa dừng bất thường; đang khởi động lại…',
    'The serving process stopped unexpectedly; starting it again…',
  );
