import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../case/case-text.ts';
import { caseInfo } from '../case/case.ts';
import { verifyCase } from '../events/verify-case.ts';
import { textOfCase } from '../testing/case-with.ts';
import { MIGRATIONS } from './index.ts';
import { openCase } from './open-case.ts';

/** Cases as each version of the format wrote them, and what is expected of them now. Frozen once released. */
const golden = (name: string): string => resolve(import.meta.dirname, 'golden', name);
const VERSIONS = Array.from({ length: FORMAT_VERSION }, (_, at) => at + 1);

it('there is a step from every version to the next', () => {
  expect(MIGRATIONS.map(({ to }) => to)).toEqual(VERSIONS.slice(1));
});

describe.each(VERSIONS)('a case of format %i', (version) => {
  const file = golden(`v${version}.stet`);

  it('is kept with what is expected of it', () => {
    expect([existsSync(file), existsSync(golden(`v${version}.expected.json`))]).toEqual([true, true]);
  });

  it('opens, holds and says the same as ever', () => {
    const opened = openCase(readFileSync(file, 'utf8'));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    const kase = opened.value;
    const found = {
      records: Object.fromEntries(Object.entries(kase.records).map(([kind, map]) => [kind, map.size])),
      title: caseInfo(kase).title,
      findings: [...kase.records.allegations.values()].map(({ ref, finding }) => `${ref} ${finding.state}`),
      events: kase.history.length,
      undoable: kase.undo.length,
      head: kase.heads.join(' '),
      unknownFields: Object.keys(kase.extra),
    };
    const expected: unknown = JSON.parse(readFileSync(golden(`v${version}.expected.json`), 'utf8'));
    expect(found).toEqual(expected);
    expect(verifyCase(kase)).toBeNull();
  });
});

it('a case of the current format is written back byte by byte', () => {
  const text = readFileSync(golden(`v${FORMAT_VERSION}.stet`), 'utf8');
  const opened = openCase(text);
  expect(opened.ok && textOfCase(opened.value)).toBe(text);
});
