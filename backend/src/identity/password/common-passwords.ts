import { createRequire } from 'node:module';
import { plainLetters } from '../../platform/text/plain-text.ts';

/** What people here choose and no list from abroad knows. */
const VIETNAMESE = [
  ...['matkhau', 'matkhaumoi', 'khongcomatkhau', 'anhyeuem', 'emyeuanh', 'toiyeuvietnam'],
  ...['yeuemnhieu', 'giadinh', 'hanhphuc', 'tinhyeu', 'conyeume', 'bomeyeu', 'vietnam', 'xinchao'],
  ...['hanoi', 'saigon', 'danang', 'haiphong', 'haiduong', 'nguyenvana', 'nguyenthi', 'tranvan'],
  ...['motcua', 'dichvucong', 'hanhchinhcong', 'uybannhandan', 'ubndxa', 'ubndphuong', 'canbo'],
  ...['tiepnhan', 'hosothutuc', 'thutuchanhchinh', 'quantri', 'quantrivien', 'lanhdao', 'vanthu'],
];

let known: ReadonlySet<string> | undefined;

/** Some 49,000 that leaked most often (zxcvbn's list), and ours; read when first asked for. */
const commonPasswords = (): ReadonlySet<string> => {
  const require = createRequire(import.meta.url);
  known ??= new Set([
    ...(require('@zxcvbn-ts/language-common/src/passwords.json') as string[]).map(plainLetters),
    ...VIETNAMESE,
  ]);
  return known;
};

const LEET: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' };
const SIGNS: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i' };

const unleeted = (text: string): string =>
  [...text].map((letter) => LEET[letter] ?? SIGNS[letter] ?? letter).join('');

const withoutEnds = (text: string): string => text.replace(/^[^a-z]+|[^a-z]+$/g, '');
const lettersOnly = (text: string): string => text.replace(/[^a-z]/g, '');

/** Whether it is on the list, as it stands or dressed up with digits, signs, capitals and accents. */
export const isCommonPassword = (password: string): boolean => {
  const plain = plainLetters(password);
  const core = withoutEnds(plain);
  const forms = [plain, core, lettersOnly(plain), unleeted(plain), withoutEnds(unleeted(core))];
  return forms.some((form) => form !== '' && commonPasswords().has(form));
};
