import type { ProcedureDefinition } from '#contract/procedures';
import { checkAllowance, type AllowanceRefusal } from '#domain/deadline';
import { accepted, refused, type Result } from '#domain/kernel';

export type DefinitionRefusal = AllowanceRefusal | 'key-given-twice';

/** Whether what a procedure promises can be counted, and whether its parts can be told apart. */
export function checkDefinition({
  limits,
  variants,
  steps,
}: Pick<ProcedureDefinition, 'limits' | 'variants' | 'steps'>): Result<null, DefinitionRefusal> {
  const promised = [
    ...(['statutory', 'city', 'commune'] as const).map(
      (name) => [`limits.${name}`, limits[name]] as const,
    ),
    ...variants.map(({ allowance }, index) => [`variants.${index}.allowance`, allowance] as const),
  ];
  for (const [path, allowance] of promised) {
    const checked = allowance === undefined ? undefined : checkAllowance(allowance, path);
    if (checked?.ok === false) return checked;
  }
  const twice = repeated(variants.map(({ key }) => key)) ?? repeated(steps.map(({ key }) => key));
  return twice === undefined ? accepted(null) : refused('key-given-twice', { key: twice });
}

const repeated = (keys: readonly string[]): string | undefined =>
  keys.find((key, index) => keys.indexOf(key) < index);
