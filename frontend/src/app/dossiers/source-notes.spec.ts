import { describe, expect, it } from '@jest/globals';
import { dossierWords, happenedWords } from '#wording/dossiers';
import { sourceNotes } from './source-notes.ts';

const said = (...notes: readonly string[]) =>
  sourceNotes(notes, dossierWords.vi, happenedWords.vi.names);

describe("what stands at a system's record", () => {
  it('is said in words, not in codes', () => {
    expect(
      said('otherwise:declaredDueAt', 'state', 'moved:received', 'promise:dueRevised'),
    ).toEqual({
      differs: ['hạn trả', 'trạng thái', 'thời điểm khác: Tiếp nhận', 'đã hẹn hạn trả khác'],
      marks: [],
    });
  });

  it('tells apart what differs and what had to be taken for granted', () => {
    expect(said('request-date-unknown', 'untold:resultIssued')).toEqual({
      differs: [`không có: ${happenedWords.vi.names['resultIssued']}`],
      marks: ['không rõ ngày yêu cầu bổ sung'],
    });
  });

  it('shows a code nobody has words for rather than nothing', () => {
    expect(said('new-kind:received')).toEqual({ differs: ['new-kind:received'], marks: [] });
  });
});
