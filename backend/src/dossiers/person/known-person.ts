import type { ApplicantBody } from '#contract/dossiers';
import type { Applicant } from '../store/append.ts';
import type { KeyedHash } from './keyed-hash.ts';

/**
 * A telephone number however it was written.
 *
 * @example plainPhone('+84 912 345 678') → '0912345678'
 */
export const plainPhone = (text: string): string =>
  text.replaceAll(/\D/g, '').replace(/^(?:00)?84(?=\d{9}$)/, '0');

export const plainNumber = (text: string): string => text.toUpperCase();

/** The applicant as kept: as entered, with what finds the same person again. */
export const applicantOf = (unitId: number, body: ApplicantBody, hashes: KeyedHash): Applicant => {
  const { phone, idNumber, taxCode } = body;
  const number = idNumber ?? taxCode;
  return {
    ...body,
    ...(phone !== undefined && { phoneHash: hashes.of(unitId, 'phone', plainPhone(phone)) }),
    ...(number !== undefined && { idHash: hashes.of(unitId, 'id', plainNumber(number)) }),
  };
};
