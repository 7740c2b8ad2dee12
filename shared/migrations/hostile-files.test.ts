import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCase } from '../commands/create-case.ts';
import { commandSchema } from '../commands/index.ts';
import { verifyCase } from '../events/verify-case.ts';
import { newest, run, testContext, textOfCase } from '../testing/case-with.ts';
import { openCase } from './open-case.ts';

/** Collections of inputs that have broken other programs; they stand beside the project, where there are any. */
const FIXTURES = resolve(import.meta.dirname, '../../..', 'shared', 'fixtures');
const strings = resolve(FIXTURES, 'naughty-strings', 'blns.json');
const folders = ['test_parsing', 'test_transform'].map((name) => ({
  name,
  folder: resolve(FIXTURES, 'json-test-suite', name),
}));

for (const path of [...folders.map(({ folder }) => folder), strings])
  if (!existsSync(path)) console.log(`Skipped: ../shared/fixtures${path.slice(FIXTURES.length)} is absent.`);

describe.each(folders)('the JSON test suite, $name', ({ folder }) => {
  const absent = !existsSync(folder);
  const files = (absent ? [] : readdirSync(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, text: new TextDecoder().decode(readFileSync(resolve(folder, name))) }));
  const golden = readFileSync(resolve(import.meta.dirname, 'golden', 'v1.stet'), 'utf8');

  it.skipIf(absent)('is refused, file by file', () => {
    const fates = files.map(({ name, text }) => {
      const opened = openCase(text);
      return `${name}: ${opened.ok ? 'opened' : opened.error.code}`;
    });
    expect(fates.length).toBeGreaterThan(20);
    expect(fates.filter((fate) => !/: (not-json|not-a-case)$/.test(fate))).toEqual([]);
  });

  it.skipIf(absent)('is kept or refused inside of a case', () => {
    const fates = files.map(({ name, text }) => {
      const opened = openCase(golden.replace('"refPrefix"', () => `"inside": ${text},\n"refPrefix"`));
      if (!opened.ok) return `${name}: ${opened.error.code}`;
      const inside = `\n"inside": ${JSON.stringify(opened.value.extra['inside'])},\n`;
      const kept = textOfCase(opened.value).includes(inside) && verifyCase(opened.value) === null;
      return `${name}: ${kept ? 'kept' : 'lost'}`;
    });
    const expected = /: (kept|not-json|duplicate-key|forbidden-key|too-deep)$/;
    expect(fates.filter((fate) => !expected.test(fate))).toEqual([]);
    expect(fates.filter((fate) => fate.endsWith('kept')).length).toBeGreaterThan(10);
    // What the suite says is valid is kept, but for what Stet objects to on purpose.
    const valid = fates.filter((fate) => fate.startsWith('y_'));
    expect(valid.filter((fate) => !/: (kept|duplicate-key)$/.test(fate))).toEqual([]);
  });
});

const skipped = !existsSync(strings);
describe.skipIf(skipped)('naughty strings', () => {
  const all = skipped ? [] : (JSON.parse(readFileSync(strings, 'utf8')) as string[]);

  it('there are some', () => {
    expect(all.length).toBeGreaterThan(400);
  });

  it('each is recorded as it is, and survives being written and opened', () => {
    const context = testContext();
    const kase = createCase({ title: 'Naughty' }, context);
    const kept: string[] = [];
    for (const text of all.filter((each) => each.trim() !== '')) {
      const fields = {
        statement: text,
        claimant: text,
        saidWhere: text,
        tags: [text.slice(0, 60)],
        notes: text,
      };
      const parsed = commandSchema.safeParse({ type: 'record-allegation', passage: null, ...fields });
      if (!parsed.success) continue;
      run(kase, parsed.data, context);
      expect(newest(kase, 'allegations')).toMatchObject({ statement: text.trim(), notes: text });
      kept.push(text);
    }
    expect(kept.length).toBeGreaterThan(400);
    const opened = openCase(textOfCase(kase));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect([...opened.value.records.allegations.values()].map(({ notes }) => notes)).toEqual(kept);
    expect(opened.value.records).toEqual(kase.records);
    expect(verifyCase(opened.value)).toBeNull();
  });

  it('each is a document, byte by byte', () => {
    const context = testContext();
    const kase = createCase({ title: 'Naughty' }, context);
    const texts = all.filter((each) => each.trim() !== '');
    for (const text of texts)
      run(kase, { type: 'add-document', title: null, text, format: 'text', fileName: null }, context);
    const opened = openCase(textOfCase(kase));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect([...opened.value.records.documents.values()].map(({ text }) => text)).toEqual(texts);
    expect(verifyCase(opened.value)).toBeNull();
  });
});
