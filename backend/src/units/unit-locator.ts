import { Injectable } from '@nestjs/common';
import type { Locator } from '../platform/auth/policy.ts';

/** A unit lies in itself; one that the actor has no part in is as good as none. */
@Injectable()
export class UnitLocator implements Locator {
  locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    const isOwn = units.some((unit) => String(unit) === id);
    return Promise.resolve(isOwn ? [Number(id)] : undefined);
  }
}
