import * as z from 'zod';
import type { ComponentKind } from '#domain/dossier';
import { line } from '../text/index.ts';

export const componentKinds = [
  ...(['original', 'certified', 'copy', 'electronic'] as const),
] as const satisfies readonly ComponentKind[];

export const componentKind = z.enum(componentKinds);

/** *Thành phần hồ sơ*: a paper the procedure asks for, in what form and how many of it. */
export const componentSchema = z
  .strictObject({
    name: line(300),
    kind: componentKind,
    copies: z.int().min(1).max(1_000),
  })
  .readonly()
  .meta({ id: 'Component', examples: [{ name: 'Giấy chứng sinh', kind: 'original', copies: 1 }] });

export type ProcedureComponent = z.infer<typeof componentSchema>;
