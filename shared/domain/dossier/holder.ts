import type { UserId } from './actor.ts';
import type { Holder } from './state.ts';

interface Assignment {
  readonly userId?: UserId;
  readonly departmentCode?: string;
}

export const holderOf = ({ userId, departmentCode }: Assignment): Holder => ({
  ...(userId !== undefined && { userId }),
  ...(departmentCode !== undefined && { departmentCode }),
});

/** The next step's department takes over; nobody there has taken it up yet. */
export const handedOver = (
  holder: Holder | null,
  departmentCode: string | undefined,
): Holder | null => (departmentCode === undefined ? holder : { departmentCode });
