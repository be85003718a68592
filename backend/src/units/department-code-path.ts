import { Injectable, type PipeTransform } from '@nestjs/common';
import { departmentCode } from '#contract/units';
import { ProblemError } from '../platform/problem/problem-error.ts';

/** A path that names no possible department leads nowhere. */
@Injectable()
export class DepartmentCodePath implements PipeTransform<string, string> {
  transform(text: string): string {
    const read = departmentCode.safeParse(text);
    if (!read.success) throw new ProblemError('not-found');
    return read.data;
  }
}
