import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { testFolder } from '../testing/folder.ts';
import { stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = testFolder();
  path = join(folder, 'Case.stet');
});

/** A case with one document and two allegations, made by the verbs and by hand where a verb is missing yet. */
async function sampleCase(): Promise<void> {
  const article = join(folder, 'article.txt');
  writeFileSync(article, 'At least 155 citizens are fighting, the president said.\n');
  expect((await stet('new', path, '--title', 'Foreign fighters', '--document', article)).code).toBe(
    EXIT.done,
  );
  const { CaseStore } = await import('../case-store/case-store.ts');
  const { contextFor } = await import('../context.ts');
  const opened = await CaseStore.open(path);
  if (!opened.ok) throw new Error(opened.error.code);
  for (const statement of ['At least 155 citizens are fighting.', 'The ministry knows.']) {
    await opened.value.commit(
      [{ type: 'record-allegation', statement, claimant: 'The president', passage: null }],
      () => contextFor('M. K.'),
    );
  }
  await opened.value.close();
}

describe('new', () => {
  test('makes a case with its document', async () => {
    await sampleCase();
    const listed = await stet('list', path, '--json');
    expect(JSON.parse(listed.out)).toMatchObject([
      { ref: 'FOR-001', state: 'unverified', claimant: 'The president' },
      { ref: 'FOR-002' },
    ]);
    expect(readFileSync(path, 'utf8')).toContain('"fileName":"article.txt"');
  });
  test('leaves a file that is there alone', async () => {
    writeFileSync(path, 'mine');
    expect(await stet('new', path, '--title', 'T')).toMatchObject({ code: EXIT.output });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
  test('makes nothing when the document cannot be read', async () => {
    const { code, err } = await stet('new', path, '--title', 'T', '--document', join(folder, 'none.txt'));
    expect(code).toBe(EXIT.input);
    expect(err).toMatch(/^stet: .*none\.txt: There is no file of that name/);
    expect(existsSync(path)).toBe(false);
  });
  test('needs a title', async () => {
    expect(await stet('new', path)).toMatchObject({ code: EXIT.usage, out: '' });
  });
});

describe('move', () => {
  test('moves, and says so', async () => {
    await sampleCase();
    expect(
      await stet(
        'move',
        path,
        'FOR-001',
        'unverified',
        '--reason',
        'Asked the desk.',
        '--why',
        'insufficient',
      ),
    ).toMatchObject({
      code: EXIT.done,
      out: 'Moved FOR-001 to unverified\n',
    });
    expect((await stet('list', path)).out).toContain('FOR-001  unverified (insufficient evidence)');
  });
  test('the standard refuses with exit 1 and says what is missing; an override is written down', async () => {
    await sampleCase();
    const before = readFileSync(path);
    const refused = await stet('move', path, 'FOR-001', 'corroborated', '--reason', 'It sounds right.');
    expect(refused.code).toBe(EXIT.wanting);
    expect(refused.err).toMatch(
      /^stet: Case\.stet: The standard of this case is not met\. It still needs 1 primary/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    const done = await stet(
      'move',
      path,
      'FOR-001',
      'corroborated',
      '--reason',
      'R',
      '--override',
      'The editor decided.',
    );
    expect(done.code).toBe(EXIT.done);
    expect(JSON.parse((await stet('list', path, '--json')).out)[0]).toMatchObject({ overridden: true });
  });
  test('a denial by a party is recorded with its words', async () => {
    await sampleCase();
    const words = [
      '--basis',
      'party',
      '--party',
      'The ministry',
      '--said',
      'We do not.',
      '--on',
      '2025-04-10',
    ];
    expect((await stet('move', path, 'FOR-002', 'denied', '--reason', 'R', ...words)).code).toBe(EXIT.done);
    const rows = JSON.parse((await stet('list', path, '--state', 'denied', '--json')).out) as unknown[];
    expect(rows).toMatchObject([
      { ref: 'FOR-002', basis: 'party', denials: [{ party: 'The ministry', extent: 'all' }] },
    ]);
  });
  test.each([
    ['no reason', ['FOR-001', 'unverified']],
    ['an unknown state', ['FOR-001', 'false', '--reason', 'R']],
    ['no basis', ['FOR-001', 'denied', '--reason', 'R']],
    ['no words', ['FOR-001', 'denied', '--reason', 'R', '--basis', 'party', '--party', 'X', '--on', '2025']],
    [
      'a date that is none',
      [
        'FOR-001',
        'denied',
        '--reason',
        'R',
        '--basis',
        'party',
        '--party',
        'X',
        '--said',
        'Y',
        '--on',
        '2025-02-30',
      ],
    ],
    ['an unknown reference', ['FOR-999', 'unverified', '--reason', 'R']],
    ['an unknown option', ['FOR-001', 'unverified', '--reason', 'R', '--loud']],
    ['a denial of a party that is none', ['FOR-001', 'unverified', '--reason', 'R', '--denies', 'X']],
  ])('%s is wrong usage and changes nothing', async (_name, args) => {
    await sampleCase();
    const before = readFileSync(path);
    const { code, out, err } = await stet('move', path, ...args);
    expect({ code, out }).toEqual({ code: EXIT.usage, out: '' });
    expect(err).toMatch(/^stet: .+\n$/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('import', () => {
  test('takes all the texts or none', async () => {
    await sampleCase();
    const good = join(folder, 'good.md');
    writeFileSync(good, '# Good\n');
    const before = readFileSync(path);
    expect(await stet('import', path, good, join(folder, 'none.txt'))).toMatchObject({ code: EXIT.input });
    // What is no plain text is read where there is Chromium: plain Node says nothing and changes nothing.
    const word = join(folder, 'report.docx');
    writeFileSync(word, Buffer.from([0xc3, 0x28]));
    expect(await stet('import', path, good, word)).toEqual({ code: EXIT.needsChromium, out: '', err: '' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await stet('import', path, good, '--dry-run', '--json')).toMatchObject({ code: EXIT.done });
    expect(readFileSync(path).equals(before)).toBe(true);
    const done = await stet('import', path, good, '--json');
    expect(JSON.parse(done.out)).toMatchObject({ dryRun: false, documents: [expect.any(String)] });
    expect(readdirSync(path.replace('.stet', '.files'))).toHaveLength(2);
  });
  test('claims are not taken yet', async () => {
    await sampleCase();
    expect(await stet('import', path, 'claims.csv', '--as', 'claims')).toMatchObject({ code: EXIT.usage });
  });
});

describe('export', () => {
  test.each(['html', 'md', 'csv', 'json'])('writes %s by the ending of the file', async (format) => {
    await sampleCase();
    const to = join(folder, `report.${format}`);
    expect((await stet('export', path, '--to', to)).code).toBe(EXIT.done);
    expect(readFileSync(to, 'utf8')).toContain('FOR-001');
  });
  test('writes docx, which is a ZIP', async () => {
    await sampleCase();
    const to = join(folder, 'report.docx');
    expect((await stet('export', path, '--to', to)).code).toBe(EXIT.done);
    expect(readFileSync(to, 'latin1')).toMatch(/^PK/);
  });
  test('a folder that is not there is said, and nothing is written', async () => {
    await sampleCase();
    expect(await stet('export', path, '--to', join(folder, 'none', 'r.html'))).toMatchObject({
      code: EXIT.output,
    });
  });
  test('what needs Chromium is left to where Chromium is', async () => {
    await sampleCase();
    const to = join(folder, 'report.pdf');
    expect((await stet('export', path, '--to', to)).code).toBe(EXIT.needsChromium);
    expect(existsSync(to)).toBe(false);
  });
  test.each(['html', 'md', 'docx'])('writes a document annotated as %s', async (format) => {
    await sampleCase();
    const to = join(folder, `annotated.${format}`);
    expect(await stet('export', path, '--document', '1', '--to', to)).toMatchObject({ code: EXIT.done });
    const bytes = readFileSync(to);
    const text =
      format === 'docx'
        ? strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
        : bytes.toString();
    expect(text).toContain('At least 155 citizens');
  });
  test('a document that is not there is said, with those that are', async () => {
    await sampleCase();
    const to = join(folder, 'a.html');
    const { code, err } = await stet('export', path, '--document', 'None', '--to', to);
    expect(code).toBe(EXIT.usage);
    expect(err).toMatch(/no document is called “None”.*\n {2}1 {2}\S/);
    expect(existsSync(to)).toBe(false);
    const wrong = await stet('export', path, '--document', '1', '--to', join(folder, 'a.csv'));
    expect(wrong).toMatchObject({ code: EXIT.usage, err: expect.stringContaining('html, pdf, docx, md') });
  });
  test('an annotated PDF is left to where Chromium is', async () => {
    await sampleCase();
    const to = join(folder, 'a.pdf');
    expect((await stet('export', path, '--document', '1', '--to', to)).code).toBe(EXIT.needsChromium);
  });
  test('later forms are not there yet', async () => {
    await sampleCase();
    expect((await stet('export', path, '--to', join(folder, 'report.claimreview'))).code).toBe(EXIT.usage);
  });
});

describe('verify', () => {
  test('a whole case holds, an altered one does not', async () => {
    await sampleCase();
    expect((await stet('verify', path)).out).toMatch(
      /^Everything holds: 4 events, head [0-9a-f]{64}\nOne exhibit is as it was taken in\n$/,
    );
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('The ministry knows.', 'The ministry knew.'));
    const { code, out, err } = await stet('verify', path, '--json');
    expect(code).toBe(EXIT.wanting);
    expect(JSON.parse(out)).toMatchObject({ holds: false, fault: { code: 'event-altered', number: 4 } });
    expect(err).toContain('event 4 of the history does not match its own hash');
  });
});

describe('every verb that reads a case', () => {
  test.each([
    ['a missing file', () => join(folder, 'none.stet'), /There is no file of that name/],
    ['a folder', () => folder, /folder or a device/],
    ['no JSON', () => file('{"format":'), /not JSON: .* line 1, column/],
    ['no case', () => file('[1, 2]'), /JSON, but not a Stet case/],
    ['a case from the future', () => file('{"format":"stet-case","formatVersion":7}'), /newer Stet/],
    [
      'a hostile key',
      () => file('{"format":"stet-case","__proto__":{"polluted":1}}'),
      /has no place in a case/,
    ],
  ])('refuses %s with exit 3', async (_name, make, sentence) => {
    const broken = make();
    for (const args of [
      ['list', broken],
      ['verify', broken],
      ['export', broken, '--to', join(folder, 'r.html')],
      ['move', broken, 'X-1', 'unverified', '--reason', 'R'],
    ]) {
      const { code, out, err } = await stet(...args);
      expect({ code, out }).toEqual({ code: EXIT.input, out: '' });
      expect(err).toMatch(sentence);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

test('an unknown verb is wrong usage; help and version answer', async () => {
  expect(await stet('frobnicate')).toMatchObject({ code: EXIT.usage });
  expect(await stet('constructor')).toMatchObject({ code: EXIT.usage });
  expect((await stet('help')).out).toContain('stet move CASE REF STATE');
  expect((await stet('--version')).out).toBe('1.2.3\n');
});

function file(content: string): string {
  const broken = join(folder, 'Broken.stet');
  mkdirSync(folder, { recursive: true });
  writeFileSync(broken, content);
  return broken;
}
