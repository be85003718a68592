import { type Signal, computed, inject, resource } from '@angular/core';
import {
  type KnownApplicant,
  applicantSchema,
  knownApplicantsPath,
  knownApplicantsSchema,
} from '#contract/dossiers';
import { ApiClient } from '../api/index.ts';

/** Until a person pauses: one question a number, not one a digit. */
const SETTLED_MS = 250;
/** A telephone has ten digits and an identity number twelve or, of old, nine: less is still being typed. */
const SHORTEST = 9;

export const settled = (abort: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, SETTLED_MS);
    abort.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

const { phone: phoneSchema, idNumber: idSchema } = applicantSchema.unwrap().shape;

interface Numbers {
  readonly phone: string;
  readonly idNumber: string;
}

const isWhole = (schema: typeof phoneSchema, typed: string): boolean =>
  typed.replaceAll(/\D/g, '').length >= SHORTEST && schema.safeParse(typed.trim()).success;

/** The number somebody is known by: whole, and the telephone before the other. */
const numberTyped = ({ phone, idNumber }: Numbers) => {
  if (isWhole(phoneSchema, phone)) return { phone: phone.trim() };
  return isWhole(idSchema, idNumber) ? { idNumber: idNumber.trim() } : undefined;
};

/** Who has come with this number before; the number travels in a body, never in an address. */
export const knownApplicants = (typed: Signal<Numbers>, unitId: Signal<number | undefined>) => {
  const api = inject(ApiClient);
  // Compared by what they say: a letter in another field asks nothing anew.
  const asked = computed(() => numberTyped(typed()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  return resource({
    params: () => asked(),
    loader: async ({ params: number, abortSignal: abort }) => {
      await settled(abort);
      if (abort.aborted) return undefined;
      const body = { ...number, unitId: unitId() };
      const path = knownApplicantsPath;
      const answer = await api.act({ path, body, answer: knownApplicantsSchema });
      return answer.ok ? (answer.value.items as readonly KnownApplicant[]) : undefined;
    },
  });
};
