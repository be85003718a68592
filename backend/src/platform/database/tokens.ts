export const DATA_SOURCE = Symbol('data source');
