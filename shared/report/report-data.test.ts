import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../case/case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  newest,
  recordOn,
  responseOn,
  testContext,
  textOfCase,
  UNDO,
  type Bench,
} from '../testing/case-with.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { NAUGHTY } from '../testing/dice.ts';
import { EDITIONS, type Edition } from '../case/words.ts';
import { WHOLE } from './report-about.ts';
import { reportData, type Report } from './report-data.ts';

const about = (edition: Edition) => ({
  edition,
  at: '2026-11-24T09:00:00.000Z',
  preparedBy: ' M. K. ',
  fileSha256: 'ab'.repeat(32),
  appVersion: '0.1.0',
  scope: WHOLE,
});
const reportOf = ({ kase }: Pick<Bench, 'kase'>, edition: Edition = 'checking'): Report =>
  reportData(kase, about(edition));
const only = (report: Report) => {
  const [allegation, ...others] = report.allegations;
  if (!allegation || others.length > 0) throw new Error('not exactly one allegation');
  return allegation;
};

describe('the report of the sample', () => {
  const kase = sampleCase(testContext());
  const allegations = present(kase.records.allegations.values());

  it.each(EDITIONS)('tells of every allegation in the order of the references (%s)', (edition) => {
    const report = reportOf({ kase }, edition);
    expect(report.allegations.map(({ ref }) => ref)).toEqual(allegations.map(({ ref }) => ref).sort());
    expect(report.allegations.length).toBeGreaterThanOrEqual(14);
    expect(report.counts.unverified + report.counts.denied + report.counts.corroborated).toBe(
      allegations.length,
    );
    expect(report.unverified.map(({ ref }) => ref)).toEqual(
      report.allegations.filter((each) => each.finding.state === 'unverified').map(({ ref }) => ref),
    );
    expect(report.history).toEqual({ events: kase.history.length, heads: kase.heads });
    expect(report.fileSha256).toBe('ab'.repeat(32));
    expect(report.preparedBy).toBe('M. K.');
    const [document] = kase.records.documents.values();
    expect(report.documents).toMatchObject([{ withheld: false, sha256: document?.sha256 }]);
    for (const { passages } of report.allegations)
      expect(passages).toMatchObject([{ withheld: false, documentSha256: document?.sha256 }]);
  });

  it('keeps the work out of the checked edition, and what the findings say in it', () => {
    const checking = reportOf({ kase });
    const checked = reportOf({ kase }, 'checked');
    const text = JSON.stringify(checked);
    for (const { notes, tags, assignee } of allegations) {
      for (const kept of [notes, ...tags, assignee ?? ''].filter((each) => each !== '')) {
        expect(JSON.stringify(checking)).toContain(JSON.stringify(kept));
        expect(text).not.toContain(JSON.stringify(kept));
      }
    }
    for (const [index, each] of checked.allegations.entries()) {
      const whole = checking.allegations[index];
      const responses = whole?.responses.map((response) => ({ ...response, attempts: null }));
      expect(each).toEqual({ ...whole, responses, evidence: [], work: null });
    }
    expect(checking.allegations.some(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  it('tells a denial, a refusal to comment and what was denied apart', () => {
    const [first, second, third] = reportOf({ kase }).allegations;
    expect(first?.responses).toMatchObject([{ party: 'China', kind: 'denied', extent: 'else' }]);
    expect(second?.responses).toMatchObject([{ party: 'Russia', kind: 'declined', extent: null }]);
    expect(third?.finding).toMatchObject({
      state: 'denied',
      basis: 'party',
      deniedBy: { party: 'China', extent: 'all' },
    });
  });

  it('weighs the parties as claimants and as responders', () => {
    const { parties } = reportOf({ kase });
    const china = parties.find(({ name }) => name === 'China');
    expect(china?.claims.unverified).toContain('CHN-008');
    expect(china?.responses.find(({ extent }) => extent === 'all')?.refs).toEqual(['CHN-003', 'CHN-015']);
    expect(china?.responses.find(({ extent }) => extent === 'else')?.refs).toContain('CHN-001');
    expect(china?.responses.find(({ kind }) => kind === 'other')?.refs).toEqual(['CHN-003']);
    const russia = parties.find(({ name }) => name === 'Russia');
    expect(russia?.responses).toEqual([{ kind: 'declined', extent: null, refs: ['CHN-002'] }]);
  });
});

describe('the report of an allegation', () => {
  it('says of each item whether it counts and why not, and of all how many origins they have', () => {
    const bench = caseWithAllegation();
    const { allegationId } = bench;
    bench.run(evidenceOn(allegationId));
    const { id } = newest(bench.kase, 'evidence');
    bench.run(
      evidenceOn(allegationId, {
        source: { name: 'Paper', kind: 'outlet', party: 'Publisher' },
        origin: { type: 'derived', evidenceId: id },
        address: 'https://paper.example/1',
      }),
    );
    bench.run(evidenceOn(allegationId, { stance: 'contradicts', locator: null }));
    bench.run(evidenceOn(allegationId, { stance: 'context' }));
    const { evidence, evidenceFor, evidenceAgainst, needs } = only(reportOf(bench));
    expect(evidence.map(({ verdict }) => verdict)).toEqual([
      { counts: true, as: 'first-hand', sameAs: null },
      { counts: true, as: 'secondary', sameAs: 1 },
      { counts: false, because: 'no-locator' },
      { counts: false, because: 'context' },
    ]);
    expect(evidence[1]).toMatchObject({
      number: 2,
      source: { name: 'Paper', kind: 'outlet', party: 'Publisher' },
      origin: { type: 'derived', from: 1, source: null },
      address: 'https://paper.example/1',
    });
    expect(evidenceFor).toEqual({ items: 2, counting: 2, origins: 1, met: false });
    expect(evidenceAgainst).toEqual({ items: 1, counting: 0, origins: 0, met: false });
    expect(needs.corroborated).toContainEqual({ code: 'needs-first-hand', count: 1 });
  });

  it('keeps in the checked edition what the finding rests on, with what that is derived from', () => {
    const bench = caseWithAllegation();
    const { allegationId } = bench;
    bench.run(evidenceOn(allegationId, { stance: 'context', excerpt: 'first told' }));
    const { id } = newest(bench.kase, 'evidence');
    bench.run(recordOn(allegationId));
    bench.run(evidenceOn(allegationId, { origin: { type: 'derived', evidenceId: id } }));
    bench.run(evidenceOn(allegationId, { stance: 'contradicts', excerpt: 'left out' }));
    bench.run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The log.' });
    const checked = reportOf(bench, 'checked');
    expect(only(checked).evidence.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(only(checked).finding.restsOn).toEqual([2, 3]);
    expect(only(checked).evidenceAgainst.items).toBe(1);
    expect(JSON.stringify(checked)).not.toContain('left out');
    expect(checked.sources.map(({ name }) => name)).toEqual(['A neighbour', 'Fire log']);
    expect(checked.sources[1]?.uses).toMatchObject([{ number: 2, locator: 'interview, minute 3' }]);
  });

  it('lists overrides, and says when the evidence does not carry a finding any more', () => {
    const bench = caseWithAllegation();
    const { allegationId } = bench;
    const move = {
      type: 'move-allegation',
      id: allegationId,
      to: 'corroborated',
      reason: 'It burned.',
    } as const;
    bench.run({ ...move, override: 'The editor saw it.' });
    expect(reportOf(bench).overrides).toMatchObject([
      { ref: 'MIL-001', state: 'corroborated', override: 'The editor saw it.', by: 'M. K.' },
    ]);
    expect(only(reportOf(bench)).finding.lacks).not.toEqual([]);
    bench.run(recordOn(allegationId));
    bench.run(move);
    expect(reportOf(bench).overrides).toEqual([]);
    expect(only(reportOf(bench)).finding.lacks).toEqual([]);
    bench.run({ type: 'remove', kind: 'evidence', id: newest(bench.kase, 'evidence').id });
    expect(only(reportOf(bench)).finding).toMatchObject({
      override: null,
      restsOn: [],
      lacks: [{ code: 'needs-primary', count: 1 }, {}, {}],
    });
  });

  it('tells which denial a finding rests on, for as long as it does', () => {
    const bench = caseWithAllegation();
    const { allegationId } = bench;
    bench.run(responseOn(allegationId, { denies: 'that it burned' }));
    const { id } = newest(bench.kase, 'responses');
    const denied = {
      type: 'move-allegation',
      id: allegationId,
      to: 'denied',
      reason: 'They say so.',
    } as const;
    bench.run({ ...denied, basis: 'party', response: { id } });
    expect(only(reportOf(bench)).finding.deniedBy).toEqual({
      party: 'Mill owner',
      extent: 'all',
      denies: 'that it burned',
    });
    expect(bench.refusal({ type: 'edit-response', id, kind: 'declined' })).toEqual({
      code: 'carries-finding',
    });
    bench.run({ type: 'move-allegation', id: allegationId, to: 'unverified', reason: 'They took it back.' });
    bench.run({ type: 'edit-response', id, kind: 'declined', extent: null });
    expect(only(reportOf(bench)).finding.deniedBy).toBeNull();
  });

  it('flags a serious allegation that nobody was asked about, as the standard has it; an attempt is enough', () => {
    const bench = caseWithAllegation();
    const { allegationId: id } = bench;
    expect(reportOf(bench).unasked).toEqual([]);
    bench.run({ type: 'edit-allegation', id, serious: true });
    expect(reportOf(bench).unasked).toEqual([{ ref: 'MIL-001', parties: [] }]);
    bench.run({ type: 'edit-allegation', id, touches: ['Mill owner', 'Mayor'] });
    bench.run(responseOn(id, { kind: 'no-reply', extent: null, words: '' }));
    expect(reportOf(bench).unasked).toEqual([{ ref: 'MIL-001', parties: ['Mayor'] }]);
    expect(only(reportOf(bench)).unasked).toEqual(['Mayor']);
    bench.run(responseOn(id, { party: 'Mayor', kind: 'asked', extent: null, words: '' }));
    expect(reportOf(bench).unasked).toEqual([]);
    bench.run({ type: 'remove', kind: 'responses', id: newest(bench.kase, 'responses').id });
    bench.run({ type: 'change-standard', replyIfSerious: false });
    expect(reportOf(bench).unasked).toEqual([]);
  });

  it('tells what touches whom, when it happened, and that it was said, each apart', () => {
    const bench = caseWithAllegation();
    const { allegationId: id } = bench;
    const happenedOn = '2026-11-16T13:10Z[Europe/Kyiv]';
    bench.run({ type: 'edit-allegation', id, touches: ['Mill owner'], happenedOn, saidOn: '2026-11-17' });
    expect(only(reportOf(bench))).toMatchObject({
      touches: ['Mill owner'],
      happenedOn,
      saidOn: '2026-11-17',
      quote: null,
    });
    bench.run({ type: 'verify-quote', id, how: 'Heard on the recording.' });
    const at = bench.context.at;
    expect(only(reportOf(bench, 'checked')).quote).toEqual({
      how: 'Heard on the recording.',
      by: 'M. K.',
      at,
    });
    expect(only(reportOf(bench)).finding.state).toBe('unverified');
    expect(reportOf(bench).parties.find(({ name }) => name === 'Mill owner')?.touched).toEqual(['MIL-001']);
  });

  it('prints the whole standard', () => {
    const bench = caseWithAllegation();
    bench.run({ type: 'change-standard', reliability: 'C', secondPerson: 'always' });
    expect(reportOf(bench).standard).toEqual({
      primary: 1,
      firstHand: 2,
      secondary: 3,
      authenticated: true,
      reliability: 'C',
      credibility: '6',
      replyIfSerious: true,
      secondPerson: 'always',
    });
  });

  it('remembers earlier findings, and those that were taken back', () => {
    const bench = caseWithAllegation();
    const id = bench.allegationId;
    const move = (why: 'in-progress' | 'insufficient', reason: string) =>
      bench.run({ type: 'move-allegation', id, to: 'unverified', why, reason });
    move('in-progress', 'one');
    move('insufficient', 'two');
    bench.run(UNDO);
    move('in-progress', 'three');
    expect(only(reportOf(bench)).finding.reason).toBe('three');
    expect(only(reportOf(bench)).work?.earlier).toMatchObject([
      { reason: 'one', undone: false },
      { reason: 'two', undone: true },
    ]);
    bench.run(UNDO);
    expect(only(reportOf(bench)).finding.reason).toBe('one');
    expect(only(reportOf(bench)).work?.earlier.map(({ reason }) => reason)).toEqual(['two', 'three']);
  });

  it('leaves out what is in the trash', () => {
    const bench = caseWithAllegation();
    const id = bench.allegationId;
    bench.run(evidenceOn(id));
    bench.run(responseOn(id));
    bench.run({ type: 'remove', kind: 'evidence', id: newest(bench.kase, 'evidence').id });
    bench.run({ type: 'remove', kind: 'responses', id: newest(bench.kase, 'responses').id });
    expect(only(reportOf(bench))).toMatchObject({ evidence: [], responses: [] });
    bench.run({ type: 'remove', kind: 'allegations', id });
    bench.run({ type: 'remove', kind: 'documents', id: bench.documentId });
    expect(reportOf(bench)).toMatchObject({
      allegations: [],
      documents: [],
      parties: [],
      sources: [],
      queries: [],
      exhibits: { listed: [], withheld: 0 },
    });
  });

  it('orders by the number in the reference, not by its letters', () => {
    const bench = caseWith();
    for (let count = 0; count < 1001; count++) {
      bench.run({ type: 'record-allegation', statement: `Number ${count + 1}`, passage: null });
    }
    const statements = reportOf(bench).allegations.map(({ statement }) => statement);
    expect(statements.slice(998)).toEqual(['Number 999', 'Number 1000', 'Number 1001']);
  });
});

describe('the report of any case', () => {
  it('is plain JSON, the same twice, for either edition, and changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.constantFrom(...EDITIONS), (seeds, edition) => {
        const { kase } = caseFrom(seeds);
        const before = textOfCase(kase);
        const report = reportOf({ kase }, edition);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(reportOf({ kase }, edition)).toEqual(report);
        expect(textOfCase(kase)).toBe(before);
        expect(report.allegations.every(({ work }) => (work === null) === (edition === 'checked'))).toBe(
          true,
        );
        const gone = [...kase.records.allegations.values()].filter(({ removed }) => removed);
        for (const { ref } of gone) expect(report.allegations.map((each) => each.ref)).not.toContain(ref);
      }),
      { numRuns: 60 },
    );
  });

  it('holds people’s text as it is', () => {
    for (const text of NAUGHTY.filter((each) => each.trim() !== '')) {
      const bench = caseWith({ type: 'record-allegation', statement: text, passage: null });
      expect(only(reportOf(bench)).statement).toBe(text.trim());
    }
  });
});
