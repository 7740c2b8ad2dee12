import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyOf, type HistoryLine } from '../queries/history.ts';
import { overviewOf } from '../queries/overview.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import {
  caseWithAllegation,
  SPOKEN,
  evidenceOn,
  newest,
  responseOn,
  testContext,
  UNDO,
} from '../testing/case-with.ts';
import { en } from './en/index.ts';
import { historySentence } from './sentences.ts';
import { translator } from './translate.ts';

const t = translator('en');

describe('history', () => {
  const { kase } = caseWithAllegation();
  const commands = resolve(import.meta.dirname, '../commands');
  const sources = readdirSync(commands).map((name) => readFileSync(resolve(commands, name), 'utf8'));
  const named = sources.flatMap((text) => [...text.matchAll(/\brecord\(\s*'([a-z-]+)'/g)]);
  /** The types of event that the sources of the commands name, and those that every history has. */
  const TYPES = new Set(['case-created', 'undone', 'redone', ...named.map(([, type = '']) => type)]);
  /** Sentences that are not those of a type. */
  const VARIANTS = ['unknown'];

  it('is made of events whose types are known here', () => {
    const { kase: random } = caseFrom(Array.from({ length: 200 }, (_, at) => at * 7_919));
    expect(random.history.map(({ type }) => type).filter((type) => !TYPES.has(type))).toEqual([]);
    expect(TYPES.size).toBeGreaterThanOrEqual(17);
  });

  it('has a sentence for each type of event, and none to spare', () => {
    expect(new Set(Object.keys(en.history.sentences))).toEqual(new Set([...TYPES, ...VARIANTS]));
  });

  it('has the name of an action for each type but those that are about others', () => {
    const expected = new Set(TYPES);
    expected.delete('undone');
    expected.delete('redone');
    expect(new Set(Object.keys(en.history.actions))).toEqual(expected);
  });

  it('tells a move from a new reason for the same state', () => {
    const { kase: plain, run, allegationId: id } = caseWithAllegation();
    const said = (['unverified', 'corroborated'] as const).map((to) => {
      run({ type: 'move-allegation', id, to, reason: 'So it is.', override: 'x' });
      return historySentence(historyOf(plain, { limit: 1 })[0] as HistoryLine, t);
    });
    expect(said).toEqual([
      'Gave MIL-001 a new reason to be unverified: So it is.',
      'Moved MIL-001 from unverified to corroborated. Reason: So it is. Against the standard, because: x',
    ]);
  });

  it('of the sample case reads without a hole', () => {
    const lines = historyOf(sampleCase(testContext()));
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines) expect(historySentence(line, t)).toMatch(SPOKEN);
  });

  it('of every kind of event reads without a hole', () => {
    const { kase: plain, run, documentId, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId));
    run({ type: 'edit-evidence', id: newest(plain, 'evidence').id, excerpt: 'x' });
    run({ type: 'edit-source', id: newest(plain, 'sources').id, kind: 'other' });
    run(responseOn(allegationId));
    run({ type: 'edit-response', id: newest(plain, 'responses').id, words: 'x' });
    run({ type: 'edit-document', id: documentId, title: 'x' });
    run({ type: 'edit-allegation', id: allegationId, notes: 'x' });
    run({ type: 'move-allegation', id: allegationId, to: 'unverified', reason: 'x' });
    run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
    for (const kind of ['passages', 'evidence', 'responses', 'allegations', 'documents'] as const) {
      run({ type: 'remove', kind, id: newest(plain, kind).id });
      run({ type: 'restore', kind, id: newest(plain, kind).id });
      if (kind === 'allegations') run({ type: 'remove', kind, id: allegationId });
    }
    const said = historyOf(plain).map((line) => historySentence(line, t));
    while (plain.undo.length > 0) {
      const { undo } = overviewOf(plain);
      expect(t('menu.undoNamed', { action: undo?.action ?? '', on: undo?.on ?? '' })).toMatch(SPOKEN);
      run(UNDO);
      said.push(historySentence(historyOf(plain, { limit: 1 })[0] as HistoryLine, t));
    }
    for (const sentence of said) expect(sentence).toMatch(SPOKEN);
  });

  it('says so of an event it does not know', () => {
    const line = {
      ...(historyOf(kase).at(-1) as HistoryLine),
      type: 'party-merged',
    };
    expect(historySentence(line, t)).toMatch(/does not know \(party-merged\)/);
  });

  it.each(['constructor', 'toString'])('says so of an event of the type %s', (type) => {
    const line = { ...(historyOf(kase).at(-1) as HistoryLine), type };
    expect(historySentence(line, t)).toMatch(/does not know/);
  });

  it('puts people’s words in as they are', () => {
    for (const statement of ['$t(words.states.denied)', '{{on}} {{type}}', '<b>&amp;</b>', '$& $1 $$']) {
      const { kase: plain, run } = caseWithAllegation();
      run({ type: 'record-allegation', statement, passage: null });
      const [line] = historyOf(plain, { limit: 1 });
      expect(line && historySentence(line, t)).toBe(`Recorded MIL-002: ${statement}`);
    }
  });

  it('puts names in as they are, even where they look like a parameter', () => {
    const { kase: plain, run, allegationId } = caseWithAllegation();
    run(evidenceOn(allegationId, { source: { name: '{{stance}}', kind: 'other', party: null } }));
    const [line] = historyOf(plain, { limit: 1 });
    expect(line && historySentence(line, t)).toBe('Added evidence #1 to MIL-001: {{stance}}, supports.');
  });
});
