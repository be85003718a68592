import { createRequire } from 'node:module';

const found = createRequire(import.meta.url);
const tinos = (file: string): string => found.resolve(`@expo-google-fonts/tinos/${file}.ttf`);

/** Metric-compatible with Times New Roman, with every Vietnamese letter, whole: a subset could not be embedded. */
export const FONTS = {
  Tinos: {
    normal: tinos('400Regular/Tinos_400Regular'),
    bold: tinos('700Bold/Tinos_700Bold'),
    italics: tinos('400Regular_Italic/Tinos_400Regular_Italic'),
    bolditalics: tinos('700Bold_Italic/Tinos_700Bold_Italic'),
  },
};
