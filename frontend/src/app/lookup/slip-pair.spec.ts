import { describe, expect, it } from '@jest/globals';
import { pairIn } from './slip-pair.ts';

describe('the QR of a slip', () => {
  it('brings the pair behind the hash', () => {
    expect(pairIn('#MC.H24.99-260302-0001/7K3MQ9TD')).toEqual({
      code: 'MC.H24.99-260302-0001',
      lookupCode: '7K3MQ9TD',
    });
    expect(pairIn('#H24%2F99/7K3MQ9TD')?.code).toBe('H24/99');
  });

  it.each(['', '#', '#only', '#/x', '#a/b/c', `#${'a'.repeat(101)}/b`])('is not “%s”', (text) => {
    expect(pairIn(text)).toBeUndefined();
  });

  it('is read as it stands where it was half copied', () => {
    expect(pairIn('#100%/7K3M')?.code).toBe('100%');
  });
});
