import type { DossierItem } from '#contract/dossiers';

/** *Mã hồ sơ*: the official one where it is known. */
export const codeOf = ({
  officialCode,
  code,
}: Pick<DossierItem, 'officialCode' | 'code'>): string => officialCode ?? code;
