// node judge.js SCHEMA: exit 0 only when both linters find nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { rulesFor, secondOpinion } from './rules.js';

const NAME = 'schema.graphql';

// Strawberry prints a directive that GraphQL has by itself, and nothing can give it a description.
// An empty line takes its place, so that what is found is found in the same line of the real file.
const sdl = readFileSync(process.argv[2], 'utf8').replace(/^directive @oneOf on INPUT_OBJECT$/m, '');

// Outside this folder, where no configuration of anybody's is found by chance, and two runs never meet.
const folder = mkdtempSync(join(tmpdir(), 'parley-schema-'));
try {
  const file = join(folder, NAME);
  writeFileSync(file, sdl);

  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: rulesFor(file) });
  const results = await eslint.lintFiles([NAME]);
  // A file that is passed over says so by a warning: it counts as much as an error.
  const found = results.reduce((sum, result) => sum + result.errorCount + result.warningCount, 0);
  if (found > 0) {
    console.log((await eslint.loadFormatter('stylish')).format(results));
  }

  const linter = createRequire(import.meta.url).resolve('graphql-schema-linter/package.json').replace(/package.json$/, 'lib/cli.js');
  const second = spawnSync(process.execPath, [linter, '-r', secondOpinion.join(), '-f', 'compact', file], {
    cwd: folder,
    stdio: 'inherit',
  });
  process.exitCode = found === 0 && second.status === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
