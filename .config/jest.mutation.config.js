import { suite } from './jest.project.js';

// A mutant shows itself in two hundred runs or hides in two million.
process.env.MOTCUA_PROPERTY_RUNS ??= '200';

export default suite('domain', 'shared/domain');
