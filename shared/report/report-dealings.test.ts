import { describe, expect, it } from 'vitest';
import messages from '../messages/en/report.json' with { type: 'json' };
import { caseWithAllegation, newest, recordOn, responseOn, run as runIn } from '../testing/case-with.ts';
import { contextOf, queryOn, reviewOf } from '../testing/case-with-everything.ts';
import { cellsOf, checkPage, classed, named, pageOf, reportOf, t, withId } from './check-page.ts';

const ASKED = { kind: 'asked', extent: null, words: '', on: null } as const;
/** As the tests’ reports are made. */
const NOW = '2026-11-24 09:00 UTC';

describe('a response', () => {
  it('that is awaited is told as no answer by now, and as overdue when its deadline is over everywhere', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId, { ...ASKED, party: 'Late', askedOn: '2026-11-18', deadline: '2026-11-22' }));
    run(responseOn(allegationId, { ...ASKED, party: 'Not yet', deadline: '2026-11-24T09:00Z[Europe/Kyiv]' }));
    run(responseOn(allegationId, { ...ASKED, party: 'Still Monday', deadline: '2026-11-23' }));
    run(responseOn(allegationId, { ...ASKED, kind: 'no-reply', party: 'Silent', deadline: '2026-11-20' }));
    const [allegation] = reportOf(kase).allegations;
    expect(allegation?.responses.map(({ overdue }) => overdue)).toEqual([true, false, false, false]);
    const elements = checkPage(pageOf(kase));
    const rows = cellsOf(elements, 'responses');
    expect(rows.map((row) => row[1])).toEqual([
      `asked, no answer by ${NOW} ${messages.responses.overdue}`,
      `asked, no answer by ${NOW}`,
      `asked, no answer by ${NOW}`,
      messages.responses.kinds['no-reply'],
    ]);
    expect(rows[0]?.[3]).toBe('asked 2026-11-18 deadline 2026-11-22');
    expect(rows[1]?.[3]).toBe('deadline 2026-11-24, 11:00 Europe/Kyiv (2026-11-24 09:00 UTC)');
    expect(classed(elements, 'flags').map(({ text }) => text.trim())).toEqual([
      `${messages.flags.overdueList} MIL-001`,
      t('report.flags.overdue', { parties: 'Late' }),
    ]);
    expect(named(elements, 'article')[0]?.text).not.toContain('denied');
  });

  it('that denies says what, wherever the denial stands', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId, { extent: 'part', denies: 'that it was Monday' }));
    const elements = checkPage(pageOf(kase, 'checked'));
    const badge = 'denied by Mill owner, in part: that it was Monday';
    expect(classed(elements, 'badge').map(({ text }) => text)).toContain(badge);
    expect(cellsOf(elements, 'glance')[0]?.[2]).toContain(badge);
    expect(cellsOf(elements, 'responses')[0]?.[1]).toBe('denied a part of it namely: that it was Monday');
  });

  it('names whom was asked in both editions, and each attempt in the checking copy', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run(responseOn(allegationId, { ...ASKED, contact: 'Press office' }));
    const { id } = newest(kase, 'responses');
    run({ type: 'log-attempt', id, on: '2026-11-21', channel: 'telephone', note: 'nobody there' });
    const attempts = [{ on: '2026-11-21', channel: 'telephone', note: 'nobody there' }];
    expect(reportOf(kase).allegations[0]?.responses[0]?.attempts).toEqual(attempts);
    expect(reportOf(kase, 'checked').allegations[0]?.responses[0]?.attempts).toBeNull();
    expect(cellsOf(checkPage(pageOf(kase)), 'responses')[0]?.[3]).toContain(
      '2026-11-21 · telephone · nobody there',
    );
    const checked = pageOf(kase, 'checked');
    expect(checked).toContain('Press office');
    expect(checked).not.toContain('nobody there');
  });

  it('flags whom a serious allegation was not put to, once', () => {
    const { kase, run, allegationId: id } = caseWithAllegation();
    run({ type: 'edit-allegation', id, serious: true, touches: ['Mill owner', 'Mayor'] });
    const flags = (): string[] => classed(checkPage(pageOf(kase)), 'flags').map(({ text }) => text.trim());
    expect(flags()).toEqual([
      `${messages.flags.unaskedList} MIL-001`,
      t('report.flags.unasked', { parties: 'Mill owner, Mayor' }),
    ]);
    run(recordOn(id));
    run({ type: 'change-standard', replyIfSerious: false });
    run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log.' });
    run({ type: 'change-standard', replyIfSerious: true });
    expect(flags()[1]).toContain('Mill owner, Mayor');
    expect(flags()[1]).not.toContain(messages.flags.unaskedAny);
    expect(flags()[1]?.match(/Mayor/g)).toHaveLength(1);
  });
});

describe('the queries', () => {
  it('are all told with their decision, its reason and who decided, or as open', () => {
    const { kase, run, documentId, allegationId } = caseWithAllegation();
    const wording = { kind: 'wording', question: 'Too sure.', proposed: 'The mill is said to have' } as const;
    run(queryOn(documentId, { ...wording, allegationId }));
    const first = newest(kase, 'queries').id;
    run(queryOn(documentId));
    const second = newest(kase, 'queries').id;
    run(queryOn(documentId, { ...wording, proposed: '' }));
    const third = newest(kase, 'queries').id;
    run(queryOn(documentId, { decider: 'the editor' }));
    const decided = { type: 'decide-query', wording: null, decidedBy: 'H. O., editor' } as const;
    run({ ...decided, id: first, decision: 'change', reason: 'Agreed.' });
    run({ ...decided, id: second, decision: 'stet', reason: 'Everybody knows.', decidedBy: null });
    run({ ...decided, id: third, decision: 'change', reason: 'Out.' });
    const rows = cellsOf(checkPage(pageOf(kase, 'checked')), 'queries');
    expect(rows.map(([label]) => label)).toEqual(['Q1', 'Q2', 'Q3', 'Q4']);
    expect(rows[0]?.[1]).toContain('MIL-001');
    expect(rows[0]?.[2]).toContain('The mill is said to have');
    expect(rows[0]?.[3]).toMatch(
      /^change The passage now reads: The mill is said to have Reason: Agreed\. H\. O\., editor, 2026-11-23 14:00 UTC$/,
    );
    expect(rows[1]?.[3]).toMatch(/^stet The passage stands\. Reason: Everybody knows\. M\. K\., /);
    expect(rows[2]?.[2]).toContain(messages.queries.proposedNothing);
    expect(rows[2]?.[3]).toContain(messages.queries.wordingNothing);
    expect(rows[3]?.[3]).toBe('open the editor is to decide');
    expect(classed(checkPage(pageOf(kase)), 'attend')[0]?.text).toContain(`${messages.flags.openQueries} Q4`);
  });
});

describe('a second finding', () => {
  it('stands beside the first, in agreement or not, and says whose word it is', () => {
    const { kase, run, context, allegationId } = caseWithAllegation();
    run(recordOn(allegationId));
    run({ type: 'move-allegation', id: allegationId, to: 'corroborated', reason: 'The log.' });
    const review = (by: string, fields: Parameters<typeof reviewOf>[1]): void =>
      void runIn(kase, reviewOf(allegationId, fields), contextOf(context, by));
    review('R. S.', { blind: true });
    review('T. L.', {});
    review('T. L.', { state: 'corroborated', reason: 'I saw it by now.' });
    for (const edition of ['checking', 'checked'] as const) {
      const [allegation] = reportOf(kase, edition).allegations;
      expect(allegation?.finding.state).toBe('corroborated');
      expect(allegation?.reviews).toMatchObject([
        { by: 'R. S.', state: 'unverified', agrees: false, blind: true, superseded: false },
        { by: 'T. L.', state: 'unverified', agrees: false, blind: false, superseded: true },
        { by: 'T. L.', state: 'corroborated', agrees: true, reason: 'I saw it by now.', superseded: false },
      ]);
    }
    const elements = checkPage(pageOf(kase));
    const rows = cellsOf(elements, 'reviews');
    expect(rows.map((row) => row[3])).toEqual([
      messages.reviews.disagrees,
      `${messages.reviews.disagrees} ${messages.reviews.superseded}`,
      messages.reviews.agrees,
    ]);
    expect(rows[0]?.[0]).toContain(messages.reviews.blind);
    expect(named(elements, 'article')[0]?.text).toContain(messages.reviews.note);
    expect(cellsOf(elements, 'glance')[0]?.[2]).toContain(messages.glance.disputed);
  });

  it('that was replaced by the same person disputes nothing any more', () => {
    const { kase, context, allegationId } = caseWithAllegation();
    const other = contextOf(context, 'R. S.');
    runIn(kase, reviewOf(allegationId, { state: 'denied', basis: 'evidence' }), other);
    expect(pageOf(kase)).toContain(messages.glance.disputed);
    runIn(kase, reviewOf(allegationId, {}), other);
    expect(pageOf(kase)).not.toContain(messages.glance.disputed);
  });
});

describe('a relation', () => {
  it('is told from both sides', () => {
    const { kase, run, allegationId } = caseWithAllegation();
    run({ type: 'record-allegation', statement: 'Several mills burned.', passage: null });
    const otherId = newest(kase, 'allegations').id;
    const note = 'One sets a limit.';
    run({ type: 'relate-allegations', kind: 'narrower', fromId: allegationId, toId: otherId, note });
    const [one, other] = reportOf(kase, 'checked').allegations;
    expect(one?.relations).toMatchObject([{ kind: 'narrower', ref: 'MIL-002', state: 'unverified', note }]);
    expect(other?.relations).toMatchObject([{ kind: 'wider', ref: 'MIL-001' }]);
    const elements = checkPage(pageOf(kase));
    expect(withId(elements, 'MIL-001').text).toContain('is narrower than MIL-002 Several mills burned.');
    expect(withId(elements, 'MIL-002').text).toContain('is wider than MIL-001');
    run({
      type: 'move-allegation',
      id: otherId,
      to: 'corroborated',
      reason: 'Heard.',
      override: 'I saw it.',
    });
    const told = withId(checkPage(pageOf(kase)), 'MIL-001').text;
    expect(told).toContain(`corroborated ${messages.glance.overridden}`);
  });
});

describe('what was said and what happened', () => {
  it('have times of their own, and the quote a line of its own beside the state', () => {
    const { kase, run, allegationId: id } = caseWithAllegation();
    const saidOn = '2026-11-17T10:00Z[Asia/Shanghai]';
    run({ type: 'edit-allegation', id, saidOn, happenedOn: '2026-11-16' });
    const facts = (): Record<string, string> => {
      const elements = checkPage(pageOf(kase));
      const told = (name: string): string[] => named(elements, name).map(({ text }) => text.trim());
      return Object.fromEntries(told('dt').map((term, index) => [term, told('dd')[index] ?? '']));
    };
    expect(facts()).toMatchObject({
      'Said on': '2026-11-17, 18:00 Asia/Shanghai (2026-11-17 10:00 UTC)',
      Happened: '2026-11-16',
      'Quote verified': messages.allegations.quoteOpen,
    });
    run({ type: 'verify-quote', id, how: 'Word for word on the recording.' });
    expect(facts()['Quote verified']).toContain('Word for word on the recording.');
    expect(facts()['Quote verified']).toContain('M. K., 2026-11-23 14:00 UTC');
    expect(classed(checkPage(pageOf(kase)), 'marks')[0]?.text).not.toContain('recording');
  });
});

describe('the standard', () => {
  it('is told whole, also what it does not ask for', () => {
    const { kase, run } = caseWithAllegation();
    const told = (): string => withId(checkPage(pageOf(kase, 'checked')), 'standard').text;
    expect(told()).toContain(t('words.standardRules.authenticated'));
    expect(told()).toContain(t('words.standardRules.replyIfSerious'));
    for (const rule of ['reliability', 'credibility', 'secondPerson'] as const)
      expect(told()).toContain(messages.standard.without[rule]);
    run({
      type: 'change-standard',
      authenticated: false,
      reliability: 'C',
      credibility: '3',
      replyIfSerious: false,
      secondPerson: 'serious',
    });
    expect(told()).toContain(messages.standard.without.authenticated);
    expect(told()).toContain(messages.standard.without.replyIfSerious);
    expect(told()).toContain(t('words.standardRules.reliability', { grade: 'C' }));
    expect(told()).toContain(t('words.standardRules.credibility', { grade: '3' }));
    expect(told()).toContain(t('words.standardRules.secondPersonSerious'));
  });
});
