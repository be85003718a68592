import { Injectable, type PipeTransform } from '@nestjs/common';
import { procedureCode } from '#contract/procedures';
import { ProblemError } from '../platform/problem/problem-error.ts';

/** A path that names no possible procedure leads nowhere: 404, not 400. */
@Injectable()
export class ProcedureCodePath implements PipeTransform<string, string> {
  transform(text: string): string {
    const code = procedureCode.safeParse(text);
    if (!code.success) throw new ProblemError('not-found');
    return code.data;
  }
}
