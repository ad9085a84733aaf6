// node breaking.js OLD NEW: says which changes between two schemas break those who use the old one; exit 0 in any case.
import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const [before, after] = process.argv.slice(2).map((path) => buildSchema(readFileSync(path, 'utf8')));
const changes = await diff(before, after);
const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);

for (const { path, message } of breaking) {
  console.log(`BREAKING  ${path}: ${message}`);
}
console.log(`${changes.length} changes since the last commit, ${breaking.length} of them breaking.`);
