import { fingerprintOf } from './fingerprint.ts';
import { playRecipe } from './histories.ts';
import { readRecipes, writeRecipes, type Recipe } from './recipe.ts';

/** Plays every recipe and writes down what came out: run it after a rule has changed on purpose. */
function replayed(recipe: Recipe): Recipe {
  const played = playRecipe(recipe);
  const events = played.reduce((sum, { history }) => sum + history.length, 0);
  return { ...recipe, dossiers: played.length, events, fingerprint: fingerprintOf(played) };
}

const recipes = readRecipes().map(replayed);
writeRecipes(recipes);
for (const { table, dossiers, events, fingerprint } of recipes) {
  process.stdout.write(`${table}: ${dossiers} dossiers, ${events} events, ${fingerprint}\n`);
}
