import type { Language, Wording } from './language.ts';

/** What an administrator may type behind `motcua`. */
export type CommandName = 'api' | 'worker' | 'migrate' | 'seed' | 'verify';

interface CommandLineSentences {
  readonly usage: string;
  readonly nothing: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly settings: string;
}

const commandLineWording: Wording<CommandLineSentences> = {
  vi: {
    usage: 'Cách dùng: motcua [lệnh]',
    nothing: 'Không nêu lệnh: mở cả hai cửa, api và worker.',
    commands: {
      api: 'Mở cửa HTTP: màn hình và API. Chạy bao nhiêu tiến trình cũng được.',
      worker: 'Làm việc nền: hàng đợi, cảnh báo, lịch. Chạy bao nhiêu tiến trình cũng được.',
      migrate: 'Đưa cơ sở dữ liệu lên phiên bản hiện tại.',
      seed: 'Nạp dữ liệu dùng thử.',
      verify: 'Kiểm tra dữ liệu đã lưu có khớp với nhau không.',
    },
    settings: 'Cấu hình qua biến môi trường: xem README.md, mục Settings.',
  },
  en: {
    usage: 'Usage: motcua [command]',
    nothing: 'Without a command both doors are opened, api and worker.',
    commands: {
      api: 'Opens the door for HTTP: screens and API. Run as many as you like.',
      worker: 'Works in the background: queue, alerts, schedules. Run as many as you like.',
      migrate: 'Brings the database to the current version.',
      seed: 'Fills a trial.',
      verify: 'Checks whether everything stored agrees.',
    },
    settings: 'Settings come from the environment: see README.md, Settings.',
  },
};

/** What `motcua --help` prints in a language. */
export const describeCommands = (language: Language, names: readonly CommandName[]): string => {
  const { usage, nothing, commands, settings } = commandLineWording[language];
  const longest = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => `  ${name.padEnd(longest)}  ${commands[name]}`);
  return [usage, '', ...lines, '', nothing, settings, ''].join('\n');
};
