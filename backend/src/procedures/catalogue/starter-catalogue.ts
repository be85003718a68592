import { CERTIFICATION } from './certification.ts';
import { CIVIL_STATUS } from './civil-status.ts';
import { CONSTRUCTION } from './construction.ts';
import { EDUCATION_AND_CULTURE } from './education-culture.ts';
import type { CatalogueEntry } from './entry.ts';
import { HOUSEHOLD_BUSINESS } from './household-business.ts';
import { LAND } from './land.ts';
import { MERIT } from './merit.ts';
import { SOCIAL_PROTECTION } from './social-protection.ts';
import { VERTICAL } from './vertical.ts';

/**
 * What a commune of Hải Phòng is asked for, gathered from public catalogues and not from the city's own
 * decisions: every entry is *chưa đối chiếu* until somebody has compared it with *Quyết định công bố*.
 */
export const STARTER_CATALOGUE: readonly CatalogueEntry[] = [
  ...CIVIL_STATUS,
  ...CERTIFICATION,
  ...HOUSEHOLD_BUSINESS,
  ...SOCIAL_PROTECTION,
  ...MERIT,
  ...LAND,
  ...CONSTRUCTION,
  ...EDUCATION_AND_CULTURE,
  ...VERTICAL,
];
