import type { FormPiece, FormSheet } from '#domain/form';
import { letterheadOf } from '../facts/letterhead.ts';
import { piecesOf } from '../layout/worded.ts';
import { TEMPLATES } from '../templates/index.ts';

const said = (key: string, standard: string, isMandatory = true): FormPiece => ({
  ...{ key, kind: 'sentence', standard, isMandatory, facts: [] },
});

/** What of a sheet a unit of this name may word. The head is set once, for all forms. */
export const sheetPieces = (sheet: FormSheet, unitName: string): readonly FormPiece[] => {
  const { authority, centre, place, name } = letterheadOf(unitName);
  if (sheet === 'head') {
    return [said('authority', authority), said('centre', centre), said('place', place)];
  }
  if (sheet === 'mau07') {
    return [said('office', name), { ...said('own', '', false), kind: 'lines' }];
  }
  return piecesOf(TEMPLATES[sheet]);
};
