import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import mammoth from 'mammoth';

/** Reads the words of a Word file as somebody else understands the format. */
export interface LetterReader {
  readonly name: string;
  readonly words: (letter: Buffer) => Promise<string>;
}

const library: LetterReader = {
  name: 'mammoth',
  words: async (buffer) => (await mammoth.extractRawText({ buffer })).value,
};

/** An office program on this machine; a profile of its own, so that two never wait for each other. */
const program = (path: string): LetterReader => ({
  name: 'LibreOffice',
  words: async (letter) => {
    const folder = await mkdtemp(join(tmpdir(), 'letter-'));
    try {
      await writeFile(join(folder, 'letter.docx'), letter);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const into = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
      await promisify(execFile)(path, [profile, ...into, join(folder, 'letter.docx')]);
      return await readFile(join(folder, 'letter.txt'), 'utf8');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

/** Whoever there is to read a letter: a library always, an office program where one is installed. */
export const letterReaders = (): readonly LetterReader[] => {
  const path = process.env['MOTCUA_TEST_OFFICE'] ?? '';
  return path === '' ? [library] : [library, program(path)];
};
