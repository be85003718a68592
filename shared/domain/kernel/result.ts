/** Why the office may not do something: a stable code and the facts that explain it. Never a sentence. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly facts: Readonly<Record<string, Fact>>;
}

export type Fact = string | number | boolean | null | readonly (string | number)[];

export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refused = <Code extends string>(
  code: Code,
  facts: Readonly<Record<string, Fact>> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: { code, facts },
});
