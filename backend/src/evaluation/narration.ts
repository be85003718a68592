import { Failure, describeFailure } from '../platform/config/failure.ts';
import { EVALUATION_PASSWORD, evaluationAccounts } from './accounts.ts';

/** What is worth a line on the screen while a trial database fills. */
export interface Narrator {
  peopleReady(): void;
  beginning(): void;
  progress(percent: number): void;
  done(dossiers: number, seconds: number): void;
  /** With the reason, where it is one that somebody can do something about. */
  failed(error: unknown): void;
}

const say = (vi: string, en: string): void => {
  process.stdout.write(`${vi}\n  ${en}\n`);
};

const names = (): string =>
  evaluationAccounts()
    .map(({ username }) => username)
    .join(' ');

export const onScreen: Narrator = {
  peopleReady: () =>
    say(
      `Dùng thử với: ${names()} (mật khẩu ${EVALUATION_PASSWORD})`,
      `Try it as any of these; the password is ${EVALUATION_PASSWORD}`,
    ),
  beginning: () =>
    say('Đang dựng một tháng hồ sơ mẫu…', 'Playing a month of sample dossiers up to now…'),
  progress: (percent) => say(`Hồ sơ mẫu: ${percent} %`, `Sample dossiers: ${percent} %`),
  done: (dossiers, seconds) =>
    say(
      `Hồ sơ mẫu đã đến lúc này: ${dossiers} hồ sơ vừa có thêm việc, ${seconds} giây.`,
      `The sample dossiers have reached now: ${dossiers} moved on, ${seconds} s.`,
    ),
  failed: (error) => {
    if (error instanceof Failure) process.stderr.write(describeFailure(error));
    else {
      say(
        'Chưa dựng xong hồ sơ mẫu; lần khởi động sau sẽ làm tiếp. Xem nhật ký.',
        'The sample dossiers are not complete; the next start goes on. See the log.',
      );
    }
  },
};

export const silent: Narrator = {
  peopleReady: () => undefined,
  beginning: () => undefined,
  progress: () => undefined,
  done: () => undefined,
  failed: () => undefined,
};
