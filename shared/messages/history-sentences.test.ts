import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseInfo } from '../case/case.ts';
import { removableKinds } from '../commands/remove.ts';
import { historyOf, type HistoryLine } from '../queries/history.ts';
import { overviewOf } from '../queries/overview.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { publishing, rated } from '../testing/case-rated.ts';
import {
  caseWithAllegation,
  evidenceOn,
  newest,
  REDO,
  SPOKEN,
  testContext,
  UNDO,
} from '../testing/case-with.ts';
import { caseWithEverything, queryOn, reportRecordOf } from '../testing/case-with-everything.ts';
import { en } from './en/index.ts';
import { historySentence } from './sentences.ts';
import { translator } from './translate.ts';

const t = translator('en');

/** Something that was to be filled in and is empty. */
const HOLE = /“”|: \.|: $|\s{2}|\s[.,]|\(\)|[EQ#]0\b|[EQ#](?!\d)(?=\s|:)/;

const FILES = ['html', 'pdf'].map((format) => ({
  format,
  name: `Mill.${format}`,
  bytes: 1,
  sha256: 'e'.repeat(64),
}));

/** A case in which everything was done that can be done, each kind moved to the trash and restored. */
function busyCase() {
  const made = caseWithEverything();
  const { kase, run, documentId, allegationId } = made;
  run({ type: 'edit-case', title: 'Mill' });
  run({ type: 'change-standard', primary: 2, secondPerson: 'always' });
  run({ type: 'edit-evidence', id: newest(kase, 'evidence').id, excerpt: 'x' });
  run({ type: 'edit-response', id: newest(kase, 'responses').id, words: 'x' });
  run({ type: 'log-attempt', id: newest(kase, 'responses').id, on: null, channel: 'letter', note: '' });
  run({ type: 'edit-document', id: documentId, title: 'Front page' });
  run({ type: 'edit-allegation', id: allegationId, notes: 'x' });
  run({ type: 'move-allegation', id: allegationId, to: 'unverified', reason: 'x' });
  run(publishing());
  run(rated(allegationId, caseInfo(kase).scale?.ratings[1]?.id ?? ''));
  run({ type: 'rate-allegation', id: allegationId, rating: null });
  run({ type: 'add-passage', allegationId, span: { documentId, start: 0, end: 3 } });
  run({ type: 'verify-quote', id: allegationId, how: 'Against the recording.' });
  run({ type: 'verify-quote', id: allegationId, how: null });
  run({ type: 'edit-exhibit', id: newest(kase, 'exhibits').id, title: 'Mill' });
  const queryId = newest(kase, 'queries').id;
  run({ type: 'edit-query', id: queryId, question: 'x', decider: 'The author' });
  const stet = { decision: 'stet', wording: null, reason: 'Readers know.', decidedBy: null } as const;
  run({ type: 'decide-query', id: queryId, ...stet });
  run(queryOn(documentId));
  const logId = newest(kase, 'sources').id;
  run({ type: 'edit-source', id: logId, kind: 'other' });
  const source = { type: 'add-source', kind: 'person', party: null } as const;
  run({ ...source, name: 'Wire' });
  run({ type: 'merge-sources', id: newest(kase, 'sources').id, intoId: logId });
  run({ ...source, name: 'A clerk of the town', confidential: true });
  const clerkId = newest(kase, 'sources').id;
  run({ type: 'keep-identity', id: clerkId, commitment: 'c'.repeat(64) });
  run({ type: 'erase-identity', id: clerkId });
  for (const kind of removableKinds.options.toReversed()) {
    const { id } = newest(kase, kind);
    run({ type: 'remove', kind, id });
    run({ type: 'restore', kind, id });
    // Documents come last, and these are anchored to one.
    if (kind === 'allegations') run({ type: 'remove', kind, id: allegationId });
    if (kind === 'queries')
      for (const each of kase.records.queries.keys()) run({ type: 'remove', kind, id: each });
  }
  const dam = { title: 'The dam', format: 'text', fileName: null } as const;
  const texts = [
    'The dam held through the night, said those who had watched it.',
    'It was empty by then, the keeper said to everybody who asked.',
    'Nobody in the valley had been warned of the water before dawn.',
    'The two engineers who had built it would not say a word of that to any of those who came.',
  ];
  run({ type: 'add-document', ...dam, text: texts.join('\n') });
  const damId = newest(kase, 'documents').id;
  const starts = texts.map((_, at) => texts.slice(0, at).join(' ').length + Math.min(at, 1));
  const lines = texts.map((each, at) => {
    const start = starts[at] ?? 0;
    return { documentId: damId, start, end: start + each.length };
  });
  for (const span of lines) run({ type: 'record-allegation', statement: 'x', passage: span });
  run({ type: 'mark-text', kind: 'opinion', span: { documentId: damId, start: 0, end: 7 } });
  run({ type: 'add-version', ...dam, text: texts.toReversed().join('\n'), previousId: damId });
  const [first] = [...kase.records.passages.values()].filter(({ doubt }) => doubt === 'moved');
  run({ type: 'settle-anchor', kind: 'passages', id: first?.id ?? '', span: null });
  run({ type: 'confirm-moved', documentId: newest(kase, 'documents').id });
  run({ type: 'change-cover', cover: { reviewedBy: 'R. S.' } });
  run(reportRecordOf(kase, { files: FILES }));
  const published = { type: 'publish-report', id: newest(kase, 'reports').id, address: null } as const;
  run({ ...published, on: '2026-11-22' });
  run({ ...published, on: null });
  run(UNDO);
  run(REDO);
  return made;
}

describe('history', () => {
  const { kase } = caseWithAllegation();
  const commands = resolve(import.meta.dirname, '../commands');
  const sources = readdirSync(commands)
    .filter((name) => !name.includes('.test.'))
    .map((name) => readFileSync(resolve(commands, name), 'utf8'));
  const named = sources
    .flatMap((text) => [...text.matchAll(/\brecord\(([^,[{;]*),/g)])
    .flatMap(([, said = '']) => [...said.matchAll(/'([a-z-]+)'/g)]);
  /** The types of event that the sources of the commands name, and those that every history has. */
  const TYPES = new Set(['case-created', 'undone', 'redone', ...named.map(([, type = '']) => type)]);
  /** Sentences that are not those of a type. */
  const VARIANTS = ['unknown'];

  it('is made of events whose types are known here', () => {
    const { kase: random } = caseFrom(Array.from({ length: 200 }, (_, at) => at * 7_919));
    expect(random.history.map(({ type }) => type).filter((type) => !TYPES.has(type))).toEqual([]);
    expect(TYPES.size).toBeGreaterThanOrEqual(31);
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

  it('of every kind of event reads without a hole, then and when all of it was undone', () => {
    const { kase: plain, run } = busyCase();
    const types = new Set(plain.history.map(({ type }) => type));
    expect([...TYPES].filter((type) => !types.has(type))).toEqual([]);
    const said = historyOf(plain).map((line) => historySentence(line, t));
    while (plain.undo.length > 0) {
      const { undo } = overviewOf(plain);
      expect(undo?.on).not.toBe('');
      expect(t('menu.undoNamed', { action: undo?.action ?? '', on: undo?.on ?? '' })).toMatch(SPOKEN);
      run(UNDO);
    }
    said.push(...historyOf(plain).map((line) => historySentence(line, t)));
    for (const sentence of said) {
      expect(sentence).toMatch(SPOKEN);
      expect(sentence).not.toMatch(HOLE);
    }
  });

  it.each<[string, string]>([
    ['document-edited', 'Edited the document “Front page” (title).'],
    ['version-added', 'Added a new version of the document “The dam”.'],
    [
      'anchor-settled',
      'Said where MIL-003 stands in the new version: “The dam held through the night, said those who had watched it.”.',
    ],
    ['moved-confirmed', 'Confirmed all places in “The dam” that only moved.'],
    ['text-marked', 'Marked words of “The dam” as opinion, not checkable: “The dam”.'],
    ['source-added', 'Entered the source “Wire”.'],
    ['sources-merged', 'Merged the source “Wire” into “Fire log”: they are the same.'],
    ['identity-kept', 'Put who “A clerk of the town” is into the vault.'],
    ['identity-erased', 'Erased who “A clerk of the town” is from the vault, for good.'],
    ['exhibit-added', 'Took in the exhibit E1: The mill after the fire.'],
    ['exhibit-edited', 'Edited the exhibit E1 (title).'],
    ['attempt-logged', 'Tried again to reach Mill owner about MIL-001.'],
    ['query-asked', 'Asked query Q1 on MIL-001.'],
    ['query-edited', 'Edited query Q1 on MIL-001 (question, who decides).'],
    ['query-decided', 'Decided query Q1 on MIL-001: stet. Reason: Readers know.'],
    ['allegation-reviewed', 'Reviewed MIL-001 and found it unverified. Reason: Nobody saw the log.'],
    ['allegations-related', 'Noted that MIL-001 is narrower than MIL-002.'],
    ['quote-verified', 'Verified that the claimant of MIL-001 said it: Against the recording.'],
    ['cover-changed', 'Changed what reports of “Mill” say about themselves.'],
    ['report-exported', 'Exported report R2, checked copy: HTML, PDF.'],
    ['report-published', 'Noted that report R2 was published on 2026-11-22.'],
    ['report-unpublished', 'Took back that report R2 was published.'],
    ['publishing-changed', 'Changed who publishes, or the scale of ratings, of “Mill”.'],
    ['allegation-rated', 'Rated MIL-001 for publication: Half true.'],
    ['rating-removed', 'Took back the published rating of MIL-001.'],
    ['quote-unverified', 'Took back that the quote of MIL-001 was verified.'],
    [
      'standard-changed',
      'Changed the standard: 2 primary, 2 first-hand or 3 secondary, of distinct origins. Other rules changed: second person.',
    ],
  ])('tells of %s', (type, sentence) => {
    const { kase: plain } = busyCase();
    const lines = historyOf(plain).filter((line) => line.type === type);
    expect(lines.map((line) => historySentence(line, t))).toContain(sentence);
  });

  it('tells of a denial what it rests on', () => {
    const { kase: plain, run, allegationId } = caseWithAllegation();
    const said = (): string => {
      const [line] = historyOf(plain, { limit: 1 });
      return line ? historySentence(line, t) : '';
    };
    const denied = { type: 'move-allegation', id: allegationId, to: 'denied' } as const;
    const response = { party: 'Mill owner', words: 'No.', on: '2026-11-20', extent: 'all' } as const;
    run({ ...denied, basis: 'party', response, reason: 'He says so.' });
    expect(said()).toBe('Moved MIL-001 from unverified to denied (denied by a party). Reason: He says so.');
    run({ ...denied, basis: 'evidence', override: 'It is plain.', reason: 'The log.' });
    expect(said()).toBe(
      'Gave MIL-001 a new reason to be denied (contradicted by evidence): The log. Against the standard, because: It is plain.',
    );
  });

  it.each<[string, string]>([
    ['standard-changed', 'change standard of Mill fire'],
    ['allegations-related', 'add relation to MIL-001'],
    ['query-decided', 'record decision of query on MIL-001'],
  ])('names what is taken back, without all that it said: %s', (type, what) => {
    const { kase: plain, run, allegationId } = caseWithEverything();
    const stet = { decision: 'stet', wording: null, reason: 'Readers know.', decidedBy: null } as const;
    const commands = {
      'standard-changed': { type: 'change-standard', secondPerson: 'always' },
      'allegations-related': {
        type: 'relate-allegations',
        kind: 'repeats',
        fromId: allegationId,
        toId: newest(plain, 'allegations').id,
        note: '',
      },
      'query-decided': { type: 'decide-query', id: newest(plain, 'queries').id, ...stet },
    } as const;
    run(commands[type as keyof typeof commands]);
    run(UNDO);
    const [line] = historyOf(plain, { limit: 1 });
    expect(line && historySentence(line, t)).toBe(`Undid: ${what}.`);
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
