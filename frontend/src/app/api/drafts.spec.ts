import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { Drafts } from './drafts.ts';

const shape = z.strictObject({ applicant: z.string() });
let drafts: Drafts;

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  drafts = TestBed.inject(Drafts);
  drafts.belongTo('one');
});

describe('what somebody is typing', () => {
  it('is there again after a lock, and nowhere another session of the browser would find it', () => {
    drafts.keep('receipt', { applicant: 'Nguyễn Văn An' });
    expect(drafts.find('receipt', shape)).toEqual({ applicant: 'Nguyễn Văn An' });
    expect(localStorage).toHaveLength(0);
  });

  it('is its author’s alone', () => {
    drafts.keep('receipt', { applicant: 'Nguyễn Văn An' });
    drafts.belongTo('other');
    expect(drafts.find('receipt', shape)).toBeUndefined();
  });

  it('waits for its author while a colleague comes and goes', () => {
    drafts.keep('receipt', { applicant: 'Nguyễn Văn An' });
    drafts.belongTo('other');
    drafts.keep('receipt', { applicant: 'Trần Thị Bưởi' });
    drafts.clear();
    expect(drafts.find('receipt', shape)).toBeUndefined();
    drafts.belongTo('one');
    expect(drafts.find('receipt', shape)).toEqual({ applicant: 'Nguyễn Văn An' });
  });

  it('goes when its author goes', () => {
    drafts.keep('receipt', { applicant: 'Nguyễn Văn An' });
    drafts.clear();
    expect(sessionStorage).toHaveLength(0);
  });

  it('is forgotten when the screen no longer understands it', () => {
    drafts.keep('receipt', { old: true });
    expect(drafts.find('receipt', shape)).toBeUndefined();
  });
});
