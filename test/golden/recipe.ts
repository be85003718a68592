import { readFileSync, writeFileSync } from 'node:fs';

/** Everything a golden table is made from; the histories themselves are played anew each time. */
export interface Recipe {
  readonly table: string;
  readonly source: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly seed: number;
  /** Dossiers and events played, those included that no column counts. */
  readonly dossiers: number;
  readonly events: number;
  /** SHA-256 over the played histories, so that nobody changes them without noticing. */
  readonly fingerprint: string;
}

const RECIPES = new URL('./recipes.json', import.meta.url);

export const readRecipes = (): readonly Recipe[] =>
  JSON.parse(readFileSync(RECIPES, 'utf8')) as readonly Recipe[];

export const writeRecipes = (recipes: readonly Recipe[]): void =>
  writeFileSync(RECIPES, `${JSON.stringify(recipes, null, 2)}\n`);
