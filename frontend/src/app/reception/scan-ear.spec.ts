import { describe, expect, it } from '@jest/globals';
import { ScanEar, codeIn } from './scan-ear.ts';

const heardAt = (pace: number, text: string) => {
  const ear = new ScanEar(() => 'as it stood');
  return [...text, 'Enter'].map((key, place) => ear.hear({ key, timeStamp: 1000 + place * pace }));
};

describe('what comes from the keyboard', () => {
  it('is a scan when it comes faster than anybody types, and ends with Enter', () => {
    const heard = heardAt(4, 'H24.99-260115-0001');
    expect(heard.at(-1)).toEqual({ code: 'H24.99-260115-0001', before: 'as it stood' });
    expect(heard.slice(0, -1)).toEqual(heard.slice(1).map(() => undefined));
  });

  it('is read in capitals, however the scanner holds its Shift', () => {
    const ear = new ScanEar(() => undefined);
    let at = 0;
    for (const key of ['Shift', 'h', '2', '4', '-', '2', '6', '-', '0', '1']) {
      ear.hear({ key, timeStamp: (at += 3) });
    }
    expect(ear.hear({ key: 'Enter', timeStamp: at + 3 })?.code).toBe('H24-26-01');
  });

  it.each([
    ['typed by hand', 120, 'H24.99-260115-0001'],
    ['a name', 4, 'Nguyen Van An'],
    ['a phone number', 4, '0912345678'],
    ['too short', 4, 'A-1'],
  ])('is no scan when it is %s', (_what, pace, text) => {
    expect(heardAt(pace, text).every((each) => each === undefined)).toBe(true);
  });

  it('is no scan when somebody presses Enter after a moment', () => {
    const ear = new ScanEar(() => undefined);
    [...'H24.99-260115-0001'].forEach((key, place) => ear.hear({ key, timeStamp: place }));
    expect(ear.hear({ key: 'Enter', timeStamp: 500 })).toBeUndefined();
  });
});

describe('the code of a dossier', () => {
  it.each(['H24.99-260115-0001', 'MC.H24.99-260302-0001', '000.00.19.H36-260115-0001'])(
    'is %s',
    (code) => expect(codeIn(` ${code.toLowerCase()} `)).toBe(code),
  );

  it.each(['2.000815', 'ban sao', '0912345678', 'H24', ''])('is not %s', (text) => {
    expect(codeIn(text)).toBeUndefined();
  });
});
