import type { Channel, DossierEvent, Intake } from '#domain/dossier';
import { boundsOf, type Bounds } from '#domain/report';
import { DAY_MS, dayOf, instant } from '#domain/working-time';
import { at } from '../support/moment.ts';
import { beginningOf } from './beginnings.ts';
import { CATALOGUE, type CataloguedProcedure } from './catalogue.ts';
import { Desk } from './desk.ts';
import { Dice } from './dice.ts';
import { placesIn, type PlaceAsked } from './places.ts';
import { readPrintedTable } from './printed-table.ts';
import type { Recipe } from './recipe.ts';
import { STORIES, UNCOUNTED_STORIES, type UncountedStory } from './stories/index.ts';
import { workingMoment, type Entry, type Scene, type Story } from './story.ts';

/** A dossier's life as it was played, and where it was meant to end. */
export interface Played {
  readonly id: string;
  readonly story: string;
  /** Null for those that no column may count. */
  readonly place: PlaceAsked | null;
  readonly history: readonly DossierEvent[];
}

/** How many of each story that no column counts. */
const UNCOUNTED_EACH = 5;

/** Most work at a counter is done while the citizen waits. */
const ON_THE_SPOT_SHARE = 0.9;

export const periodOf = ({ from, to }: Pick<Recipe, 'from' | 'to'>): Bounds =>
  boundsOf({ from: dayOf(at(from)), to: dayOf(at(to)) });

/** Plays every dossier of a recipe, always the same way. */
export function playRecipe(recipe: Recipe): readonly Played[] {
  const dice = new Dice(recipe.seed);
  const period = periodOf(recipe);
  const places = placesIn(readPrintedTable(recipe.table), dice);
  const counted = places.map((place, index) => playPlace(place, idOf(index), period, dice));
  const uncounted = UNCOUNTED_STORIES.flatMap((story) =>
    Array<UncountedStory>(UNCOUNTED_EACH).fill(story),
  ).map((story, index) => playUncounted(story, idOf(places.length + index), period, dice));
  return [...counted, ...uncounted];
}

export function playStory(
  story: Story,
  { field, entry }: Pick<PlaceAsked, 'field' | 'entry'>,
  id: string,
  { period, dice }: Pick<Scene, 'period' | 'dice'>,
): Played {
  const procedure = dice.pick(proceduresFor(story, field));
  const begin = beginningOf(story, entry, period, dice);
  const intake = intakeOf(id, procedure, channelFor(entry, dice));
  const desk = new Desk(procedure.rules);
  story.tell({ desk, dice, intake, period, begin });
  return {
    id,
    story: story.name,
    place: { field, entry, exit: story.exit },
    history: desk.state.history,
  };
}

/** Whether a story can be told of a place in the table. */
export const isTellable = (story: Story, { field, entry, exit }: PlaceAsked): boolean =>
  story.exit === exit &&
  (story.entries?.includes(entry) ?? true) &&
  proceduresFor(story, field).length > 0;

function playPlace(place: PlaceAsked, id: string, period: Bounds, dice: Dice): Played {
  const tellable = STORIES.filter((story) => isTellable(story, place));
  const onTheSpot = tellable.find(({ name }) => name === 'on the spot');
  const story =
    onTheSpot !== undefined && dice.share() < ON_THE_SPOT_SHARE ? onTheSpot : dice.pick(tellable);
  return playStory(story, place, id, { period, dice });
}

function playUncounted(story: UncountedStory, id: string, period: Bounds, dice: Dice): Played {
  const procedure = dice.pick(CATALOGUE.filter(({ term }) => term === 'short'));
  const intake = intakeOf(id, story.vertical === true ? vertical(procedure) : procedure, 'online');
  const desk = new Desk(procedure.rules);
  story.tell({ desk, dice, intake, period, begin: uncountedBeginning(story, period, dice) });
  return { id, story: story.name, place: null, history: desk.state.history };
}

function uncountedBeginning(
  { when }: UncountedStory,
  { start, end }: Bounds,
  dice: Dice,
): Scene['begin'] {
  const days = (count: number): number => count * DAY_MS;
  switch (when) {
    case 'before':
      return workingMoment(dice, instant(start - days(20)), instant(start - days(5)));
    case 'during':
      return workingMoment(dice, start, instant(end - days(3)));
    case 'after':
      return workingMoment(dice, instant(end + days(1)), instant(end + days(10)));
  }
}

const proceduresFor = (story: Story, field: string): readonly CataloguedProcedure[] =>
  CATALOGUE.filter(({ snapshot, term }) => snapshot.field === field && story.terms.includes(term));

function channelFor(entry: Entry, dice: Dice): Channel {
  if (entry === 'onlineInPeriod') return 'online';
  return entry === 'directOrPostInPeriod'
    ? dice.pick(['direct', 'post'])
    : dice.pick(['online', 'direct', 'post']);
}

const intakeOf = (code: string, { snapshot }: CataloguedProcedure, channel: Channel): Intake => ({
  code,
  procedure: snapshot,
  channel,
  sources: [],
});

const vertical = (procedure: CataloguedProcedure): CataloguedProcedure => ({
  ...procedure,
  snapshot: { ...procedure.snapshot, authority: 'vertical' },
});

const idOf = (index: number): string => `hs-${String(index + 1).padStart(5, '0')}`;
