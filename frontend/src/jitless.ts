interface ZodSettings {
  __zod_globalConfig?: { readonly jitless: boolean };
}

// The content security policy forbids making code from text. Zod is told before its first schema is made,
// and chunks make schemas before the main file runs: hence a file of its own, loaded first.
(globalThis as ZodSettings).__zod_globalConfig = { jitless: true };

export {};
