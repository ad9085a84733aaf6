// Puts a .br and a .gz beside each file of a folder that gets smaller by it: `node dashboard_compress.mjs FOLDER`.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

// Pages are not among them: each answer has a nonce of its own in it.
const COMPRESSIBLE = /\.(css|js|json|map|svg|ttf|txt|wasm|webmanifest)$/;
const SMALLEST = 1024;
// Above, the last steps of brotli take ten seconds and win a tenth.
const LARGE = 1024 * 1024;

const ENCODERS = {
  ".br": (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: content.length > LARGE ? 9 : constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  ".gz": (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

async function compress(path) {
  const content = await readFile(path);
  if (content.length < SMALLEST) return;
  const written = Object.entries(ENCODERS).map(async ([ending, encode]) => {
    const encoded = await encode(content);
    if (encoded.length < content.length) await writeFile(path + ending, encoded);
  });
  await Promise.all(written);
}

const entries = await readdir(process.argv[2], { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name));
await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))));
