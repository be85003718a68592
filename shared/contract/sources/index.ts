export {
  setSourcesSchema,
  sourcesPath,
  sourcesQuerySchema,
  sourcesSchema,
  type SetSources,
  type Source,
  type Sources,
  type SourcesQuery,
} from './sources.ts';
