import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import type { Case } from '../case/case.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { workedExample } from '../samples/worked-example.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseSaying } from '../testing/case-saying.ts';
import { caseWith, testContext } from '../testing/case-with.ts';
import { caseWithEverything } from '../testing/case-with-everything.ts';
import { NAUGHTY } from '../testing/dice.ts';
import { reportOf } from './check-page.ts';
import { EDITIONS, type Edition } from '../case/words.ts';
import type { Report } from './report-data.ts';
import { reportJsonSchema } from './report-json-schema.ts';
import { reportJson } from './report-json.ts';
import { reportSchema } from './report-schema.ts';

const file = resolve(import.meta.dirname, '../../docs/report.schema.json');
const published = JSON.parse(readFileSync(file, 'utf8')) as z.core.JSONSchema.JSONSchema;
const schema = z.fromJSONSchema(published);

it('has the very types of a report', () => {
  // Each can be the other, so neither has a field more.
  expectTypeOf<z.infer<typeof reportSchema>>().toExtend<Report>();
  expectTypeOf<Report>().toExtend<z.infer<typeof reportSchema>>();
});

it('docs/report.schema.json is what the code gives; `npm run schema` writes it anew', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});

/** What the published schema finds wrong with a report, and the report without what the schema does not know. */
function checked(kase: Case, edition: Edition): { report: Report; issues: unknown[]; known: Report } {
  const report = reportOf(kase, edition);
  const issues = schema.safeParse(JSON.parse(reportJson(report))).error?.issues ?? [];
  return { report, issues, known: reportSchema.parse(report) };
}

describe.each(EDITIONS)('the %s edition is valid', (edition) => {
  it.each([
    ['of the sample', sampleCase(testContext())],
    ['of the worked example', workedExample(testContext()).kase],
    ['with a record of every kind', caseWithEverything().kase],
    ['of a case with nothing in it', caseWith().kase],
    ['whatever people wrote', caseSaying(`${NAUGHTY.join('')}`)],
  ])('%s', (_what, kase) => {
    const { report, issues, known } = checked(kase, edition);
    expect(issues).toEqual([]);
    expect(known).toEqual(report);
  });

  it('whatever was done in the case', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 40 }), (seeds) => {
        const { report, issues, known } = checked(caseFrom(seeds).kase, edition);
        expect(issues).toEqual([]);
        expect(known).toEqual(report);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a report is not valid', () => {
  type Json = Record<string, unknown>;
  const but = (alter: (report: Json, first: Json) => void): unknown => {
    const report = JSON.parse(reportJson(reportOf(workedExample(testContext()).kase))) as Json;
    alter(report, (report['allegations'] as Json[])[0] ?? {});
    return report;
  };

  it.each([
    ['of another kind', but((report) => (report['kind'] = 'stet-case'))],
    ['of another version', but((report) => (report['version'] = 1))],
    ['with an edition nobody knows', but((report) => (report['edition'] = 'draft'))],
    ['without its standard', but((report) => delete report['standard'])],
    ['with a local time', but((report) => (report['madeAt'] = '2026-11-24T09:00:00+02:00'))],
    ['with a name for a hash', but((report) => (report['fileSha256'] = 'none'))],
    [
      'with a state that there is not',
      but((_, first) => Object.assign(first['finding'] as Json, { state: 'false' })),
    ],
    ['with a field left out', but((_, first) => delete first['claimant'])],
    ['with half an item', but((_, first) => Object.assign(first['evidenceFor'] as Json, { items: 0.5 }))],
    ['with a 13th month', but((_, first) => (first['saidOn'] = '2025-13'))],
  ])('%s', (_what, report) => {
    expect(schema.safeParse(report).success).toBe(false);
  });

  it('but may have fields of a later Stet', () => {
    const report = but((whole, first) => {
      whole['mood'] = 'hopeful';
      first['mood'] = 1;
    });
    expect(schema.safeParse(report).success).toBe(true);
  });
});
