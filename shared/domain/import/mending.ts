/** Over what has to be mended in a wrong row: told to whoever mends it, and nothing when it is brought again. */
export const MENDING_TITLES = { vi: 'Cần sửa', en: 'To be mended' } as const;
