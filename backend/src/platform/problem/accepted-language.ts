import { type Language, languages } from '#wording';

interface Wish {
  readonly tag: string;
  readonly weight: number;
}

const wish = (part: string): Wish => {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag: tag.toLowerCase(), weight: Number.isFinite(weight) ? weight : 0 };
};

/** The language to answer in: the reader's first wish that we speak, else Vietnamese. */
export const acceptedLanguage = (header: string | undefined): Language => {
  const wishes = (header ?? '')
    .split(',')
    .map(wish)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const spoken = wishes.flatMap(({ tag }) =>
    languages.filter((language) => tag === language || tag.startsWith(`${language}-`)),
  );
  return spoken[0] ?? 'vi';
};
