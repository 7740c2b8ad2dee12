import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CaseStore } from '../case-store/case-store.ts';
import { caseToRate, rated } from '../../shared/testing/case-rated.ts';
import { testFolder } from '../testing/folder.ts';
import { stet } from '../testing/verbs.ts';
import { EXIT } from './outcome.ts';

let path: string;
let to: string;
beforeEach(() => {
  const folder = testFolder();
  path = join(folder, 'Case.stet');
  to = join(folder, 'checks.jsonld');
});

/** A case with a newsroom and one allegation, which is rated unless told otherwise. */
async function caseFile(isRated = true): Promise<void> {
  const { kase, run, allegationId, ids } = caseToRate();
  if (isRated) run(rated(allegationId, ids[1], { publishedOn: null }));
  expect((await CaseStore.create(path, kase)).ok).toBe(true);
}

describe('export of ClaimReview', () => {
  test('writes it by the ending of the file, and tells what would be better', async () => {
    await caseFile();
    expect(await stet('export', path, '--to', to)).toEqual({
      code: EXIT.done,
      out: `Wrote ${to}\nMIL-001: Nobody said when it was published.\nRecorded in the case as R1\n`,
      err: '',
    });
    expect(JSON.parse(readFileSync(to, 'utf8'))).toMatchObject({
      '@type': 'ClaimReview',
      reviewRating: { alternateName: 'Half true' },
    });
  });

  test('writes nothing where nothing is rated, and says why', async () => {
    await caseFile(false);
    const { code, out, err } = await stet('export', path, '--to', to);
    expect({ code, out }).toEqual({ code: EXIT.wanting, out: '' });
    expect(err).toBe(
      `stet: ${to}: No file was written. No allegation of this report has a rating, and ClaimReview tells of nothing else.\n`,
    );
    expect(existsSync(to)).toBe(false);
  });
});
