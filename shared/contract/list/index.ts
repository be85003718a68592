export { pageOf, pageQuery, type Page } from './list.ts';
