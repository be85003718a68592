/** Something to look for afterwards: nobody writes this by chance. */
export const CANARY = 'kẻ xấu 7Q4Z';

const times = (text: string, count: number): string => text.repeat(count);

/**
 * What people, copied web pages and attackers put where a text is expected (F-23). Each carries the canary, so
 * that wherever it turns up it is known.
 */
export const HOSTILE: Readonly<Record<string, string>> = {
  decomposed: `Nguyễn Thị Ngọc Ánh ${CANARY}`.normalize('NFD'),
  barred: `Đỗ Đức Đạt đ ${CANARY}`,
  long: `${CANARY} ${times('ạ', 10_000)}`,
  nul: `${CANARY}\0`,
  escape: `${CANARY}\u001b[31m`,
  lines: `${CANARY}\r\nSet-Cookie: a=b\r\nBcc: x@y.vn`,
  halfPair: `${CANARY}\ud800`,
  otherHalf: `\udfff${CANARY}`,
  rightToLeft: `${CANARY}\u202egnp.exe`,
  zeroWidth: `${CANARY}\u200b\u200d\ufeff`,
  emoji: `${CANARY} 👩‍👩‍👧‍👦🏳️‍🌈`,
  sql: `${CANARY}'; drop table dossier; --`,
  sqlName: `${CANARY}" or 1=1 /*`,
  html: `${CANARY}<img src=x onerror=alert(1)><script>alert(1)</script>`,
  formula: `=HYPERLINK("http://x.vn/${CANARY}","x")`,
  command: `${CANARY} $(reboot) \`reboot\` | cat /etc/passwd`,
  template: `${CANARY}{{7*7}}\${7*7}<%= 7*7 %>#{7*7}`,
  xml: `${CANARY}]]><!ENTITY x SYSTEM "file:///etc/passwd">&x;`,
  path: `../../../../etc/passwd%00${CANARY}`,
  format: `${CANARY} %s %n %x {0}`,
  json: `${CANARY}","admin":true,"x":"`,
  prototype: '__proto__',
  constructorName: 'constructor',
  nothing: '',
  blanks: ' \u00a0\u3000',
  number: '9'.repeat(400),
  noDay: '2026-02-30T25:61:00+07:00',
  farDay: '+275760-09-13T00:00:00.000Z',
  yearNought: '0000-01-01T00:00:00+07:00',
};

/** More than any body may be. */
export const MEGABYTE = `${CANARY} ${times('x', 1_100_000)}`;
