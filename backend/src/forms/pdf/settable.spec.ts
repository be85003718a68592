import { describe, expect, it } from '@jest/globals';
import { allSettable, settable } from './settable.ts';

describe('what is set in the letters of an office', () => {
  it('leaves out little pictures, and every other sign stays', () => {
    expect(settable('Lan 😀👨‍👩‍👧 Anh ❤️ 4×6 © Nguyễn'.normalize('NFC'))).toBe('Lan Anh 4×6 © Nguyễn');
    expect(settable('Ảnh'.normalize('NFD'))).toBe('Ảnh'.normalize('NFD'));
  });

  it('wherever it stands in a form', () => {
    const form = { title: 'A 🙂', blocks: [{ cells: [['1', 'b😀']], none: null, share: 9 }] };
    expect(allSettable(form)).toEqual({
      title: 'A',
      blocks: [{ cells: [['1', 'b']], none: null, share: 9 }],
    });
  });
});
