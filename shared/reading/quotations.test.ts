import { describe, expect, it } from 'vitest';
import { quotationsIn } from './quotations.ts';

const quoted = (paragraph: string): string[] =>
  quotationsIn(paragraph).map(({ words }) => paragraph.slice(words.start, words.end));

describe('the marks of many languages', () => {
  it.each([
    ['He said “no,” and went.', ['no']],
    ['Er sagte „nein“ und ging, »nein« und ‚nein‘.', ['nein', 'nein', 'nein']],
    ['Powiedział „nie” i wyszedł.', ['nie']],
    ['Il a dit « non » et ‹ non ›.', ['non', 'non']],
    ['Hän sanoi ”ei” ja lähti.', ['ei']],
    ['他说「不」，又说『不』。', ['不', '不']],
  ])('%s', (paragraph, expected) => {
    expect(quoted(paragraph)).toEqual(expected);
  });

  it('stand within one another', () => {
    expect(quoted('He said “she said “no” and went” twice.')).toEqual(['she said “no” and went']);
    expect(quoted('Er sagte: „Sie sagte „nein“ und ging“, zweimal.')).toEqual(['Sie sagte „nein“ und ging']);
    expect(quoted('Powiedział: „ona “nie” i” dwa razy.')).toEqual(['ona “nie” i']);
  });

  it('that do not add up end at the first that closes', () => {
    expect(quoted('He said “she “no” and went.')).toEqual(['she “no']);
    expect(quoted('He said “no and went.')).toEqual(['no and went.']);
    expect(quoted('He said no” and went.')).toEqual([]);
  });
});
