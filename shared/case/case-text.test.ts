import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCase } from '../migrations/open-case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseWith, caseWithAllegation, textOfCase } from '../testing/case-with.ts';
import { blankCase, caseInfo, putRecord } from './case.ts';
import { caseText } from './case-text.ts';
import { KINDS } from './records.ts';

describe('the text of a case', () => {
  it('is JSON with one record or event per line', () => {
    const { kase } = caseWithAllegation();
    const text = textOfCase(kase);
    const file = JSON.parse(text) as Record<string, unknown>;
    expect(Object.keys(file)).toEqual([
      'format',
      'formatVersion',
      ...Object.keys(caseInfo(kase)),
      ...KINDS.filter((kind) => kind !== 'case'),
      'history',
    ]);
    const lines = text.split('\n').map((line) => line.replace(/,$/, ''));
    for (const list of Object.values(file))
      for (const record of Array.isArray(list) ? list : []) expect(lines).toContain(JSON.stringify(record));
  });

  it('of an empty case has empty lists and ends with a line feed', () => {
    const { kase } = caseWith();
    expect(textOfCase(kase)).toMatch(/^\{\n"format": "stet-case",\n"formatVersion": 4,\n/);
    expect(textOfCase(kase)).toContain('\n"documents": [],\n"passages": [],\n');
    expect(textOfCase(kase)).toMatch(/\n\]\n\}\n$/);
  });

  it('keeps line breaks of people’s texts inside their line', () => {
    const text = 'one\r\ntwo\nthree\u2028four';
    const { kase } = caseWith({ type: 'add-document', title: 'x', text, format: 'text', fileName: null });
    const line = textOfCase(kase)
      .split('\n')
      .find((each) => each.includes('one'));
    expect(JSON.parse(line ?? '')).toMatchObject({ text });
  });

  it('tells of the case as it was when it was asked for', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    const before = textOfCase(kase);
    const pieces = caseText(kase);
    const first = pieces.next().value;
    run({ type: 'edit-allegation', id: allegationId, notes: 'later' });
    run({ type: 'record-allegation', statement: 'later', passage: null });
    run({ type: 'edit-case', title: 'later' });
    expect(first + [...pieces].join('')).toBe(before);
    expect(textOfCase(kase)).toContain('later');
  });

  it('writes unknown fields back after the known ones', () => {
    const { kase } = caseWith();
    const { extra: _none, ...rest } = kase;
    const text = textOfCase({ ...rest, extra: { future: [1, { a: null }], 'another one': 'x' } });
    expect(text).toContain('\n"future": [1,{"a":null}],\n"another one": "x",\n"documents": [');
  });

  it('is nothing without the case’s own record', () => {
    expect(() => caseText(blankCase())).toThrow('without its own record');
  });
});

describe('a case that is written and opened', () => {
  it('is the same case', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40, size: 'max' }), (numbers) => {
        const { kase } = caseFrom(numbers);
        const opened = openCase(textOfCase(kase));
        if (!opened.ok) throw new Error(JSON.stringify(opened.error));
        expect(opened.value.records).toEqual(kase.records);
        for (const part of [
          'history',
          'heads',
          'undo',
          'redo',
          'extra',
          'lastRefNumber',
          'lastNumbers',
        ] as const)
          expect(opened.value[part]).toEqual(kase[part]);
        for (const part of [
          'reversed',
          'allegationIdByRef',
          'formerOwnerIds',
          'eventsByAllegation',
          'tally',
        ] as const)
          expect(opened.value[part]).toEqual(kase[part]);
        // From the first time on, not a byte changes any more.
        const text = textOfCase(opened.value);
        const again = openCase(text);
        expect(again.ok && textOfCase(again.value)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same text', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40, size: 'max' }), (numbers) => {
        const text = textOfCase(caseFrom(numbers).kase);
        const opened = openCase(text);
        expect(opened.ok && textOfCase(opened.value)).toBe(text);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('keeps the fields of records that it does not know', () => {
    const { kase, allegationId } = caseWithAllegation();
    const record = kase.records.allegations.get(allegationId);
    if (record) {
      const finding = { ...record.finding, sureness: 0.5 };
      putRecord(kase, 'allegations', allegationId, { ...record, finding, translation: { uk: 'x' } });
    }
    const text = textOfCase(kase);
    const opened = openCase(text);
    expect(opened.ok && textOfCase(opened.value)).toBe(text);
    expect(text).toContain('"sureness":0.5');
  });
});
