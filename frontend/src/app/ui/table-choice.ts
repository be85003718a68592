type Chosen = ReadonlySet<string>;

interface Known {
  readonly id: string;
}

export const toggled = (chosen: Chosen, id: string): Chosen => {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** With all from the one place to the other, in whichever order they were touched. */
export const withStretch = (
  chosen: Chosen,
  rows: readonly Known[],
  one: number,
  other: number,
): Chosen => {
  const [from, to] = [Math.max(0, Math.min(one, other)), Math.max(one, other)];
  return new Set([...chosen, ...rows.slice(from, to + 1).map(({ id }) => id)]);
};
