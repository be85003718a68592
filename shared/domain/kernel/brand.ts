declare const brand: unique symbol;

/** A primitive that may not be mistaken for another: `Brand<number, 'Instant'>`. */
export type Brand<Primitive, Name extends string> = Primitive & { readonly [brand]: Name };
