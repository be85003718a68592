/** Trying the product out and working with it never share a database. */
export const databaseFor = (mode: string | undefined): 'motcua' | 'motcua_evaluation' =>
  mode === 'production' ? 'motcua' : 'motcua_evaluation';
