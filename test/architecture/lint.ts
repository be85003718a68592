import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../.config/eslint.config.js';
import { root } from './repository.ts';

// Types would cost seconds a file and decide nothing here: the law is about who imports whom.
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [...config, tseslint.configs.disableTypeChecked],
});

/** The rules that refuse this text, were it at that path. */
export async function refusals(path: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) });
  return (result?.messages ?? [])
    .filter(({ severity, fatal }) => severity === 2 || fatal === true)
    .map(({ ruleId, message }) => ruleId ?? message);
}
