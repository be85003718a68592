import { Injectable, type PipeTransform } from '@nestjs/common';
import { ProblemError } from '../problem/problem-error.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const INTEGER = /^[1-9]\d{0,8}$/;

export const isUuid = (text: string): boolean => UUID.test(text);

/** A path that names no possible thing leads nowhere: 404, not 400. */
@Injectable()
export class UuidPath implements PipeTransform<string, string> {
  transform(text: string): string {
    const id = text.toLowerCase();
    if (!UUID.test(id)) throw new ProblemError('not-found');
    return id;
  }
}

/** For handlers that look for the thing themselves, after what is malformed about the rest was told. */
@Injectable()
export class LowerCasePath implements PipeTransform<string, string> {
  transform(text: string): string {
    return text.toLowerCase();
  }
}

@Injectable()
export class IntegerPath implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!INTEGER.test(text)) throw new ProblemError('not-found');
    return Number(text);
  }
}
