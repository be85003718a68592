export const PAGES_FOLDER = Symbol('folder of the built frontend');
