import { Injectable, type PipeTransform } from '@nestjs/common';
import { registerKindSchema } from '#contract/registers';
import type { RegisterKind } from '#domain/register';
import { ProblemError } from '../platform/problem/problem-error.ts';

/** A path that names no register leads nowhere. */
@Injectable()
export class RegisterKindPath implements PipeTransform<string, RegisterKind> {
  transform(text: string): RegisterKind {
    const kind = registerKindSchema.safeParse(text);
    if (!kind.success) throw new ProblemError('not-found');
    return kind.data;
  }
}
