import type { DossierForm } from '#domain/dossier';
import type { Template } from '../layout/template.ts';
import { mau01 } from './mau01.ts';
import { mau02 } from './mau02.ts';
import { mau03 } from './mau03.ts';
import { mau04 } from './mau04.ts';
import { mau05 } from './mau05.ts';
import { mau06 } from './mau06.ts';

/** Mẫu 01–06 of TT 03/2025/TT-VPCP. */
export const TEMPLATES: Readonly<Record<DossierForm, Template>> = {
  ...{ mau01, mau02, mau03 },
  ...{ mau04, mau05, mau06 },
};
