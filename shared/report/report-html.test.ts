import { describe, expect, it } from 'vitest';
import messages from '../messages/en/report.json' with { type: 'json' };
import { sampleCase } from '../samples/foreign-fighters.ts';
import { workedExample } from '../samples/worked-example.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  recordOn,
  responseOn,
  testContext,
} from '../testing/case-with.ts';
import { checkPage, classed, named, pageOf, reportOf, t } from './check-page.ts';
import { EDITIONS } from '../case/words.ts';
import { reportHtml } from './report-html.ts';

/** Words a report never says of an allegation on its own. */
const NEVER =
  /\b(false|falsely|untrue|refut\w*|prove[ns]?|proved|proof|admit\w*|debunk\w*|confess\w*|lie[sd]?|true)\b/gi;

describe('the page of the sample', () => {
  const kase = sampleCase(testContext());

  it.each(EDITIONS)('is whole, calm and the same each time (%s)', (edition) => {
    const page = pageOf(kase, edition);
    const elements = checkPage(page);
    expect(pageOf(sampleCase(testContext()), edition)).toBe(page);
    expect(
      page.includes(
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
      ),
    ).toBe(true);
    expect(
      page.startsWith('<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">'),
    ).toBe(true);
    expect(named(elements, 'title')[0]?.text).toContain('Foreign fighters');
    expect(named(elements, 'title')[0]?.text).toContain(messages.fileNames[edition]);
    for (const { ref, statement } of kase.records.allegations.values()) {
      const heading = named(elements, 'h3').find(({ text }) => text.startsWith(ref));
      expect(heading?.text).toBe(`${ref} ${statement}`);
      expect(elements.some(({ attributes }) => attributes['href'] === `#${ref}`)).toBe(true);
    }
    for (const { selector } of kase.records.passages.values()) {
      expect(named(elements, 'mark').map(({ text }) => text)).toContain(selector[0].exact);
    }
  });

  it('says of a passage what is in doubt since its document came anew', () => {
    const { kase, run, documentId } = caseWithAllegation();
    const NOTE = 'These words are not found in the newest version of the document.';
    const textNow = (): string => checkPage(pageOf(kase))[0]?.text ?? '';
    expect(textNow()).not.toContain(NOTE);
    const anew = { title: null, text: 'Something else altogether.', format: 'text', fileName: null } as const;
    run({ type: 'add-version', previousId: documentId, ...anew });
    expect(textNow()).toContain(NOTE);
  });

  it('says each state by glyph, word and colour, and hides the glyph from those who listen', () => {
    const elements = checkPage(pageOf(kase));
    const marks = classed(elements, 'state');
    expect(marks.length).toBeGreaterThan(30);
    for (const mark of marks) {
      const state = mark.attributes['class']?.split(' ')[1] ?? '';
      expect(mark.text).toBe(`${{ unverified: '◌', corroborated: '✓', denied: '⊘' }[state]} ${state}`);
      const glyph = elements.find(({ parent }) => parent === mark);
      expect(glyph?.attributes['aria-hidden']).toBe('true');
    }
  });

  it('attributes what is unverified, and tells a refusal to comment from a denial', () => {
    const articles = named(checkPage(pageOf(kase)), 'article');
    const told = (ref: string): string =>
      articles.find(({ attributes }) => attributes['id'] === ref)?.text ?? '';
    expect(told('CHN-001')).toContain('Volodymyr Zelensky alleges this. It is not verified.');
    expect(told('CHN-001')).toContain('China denied something else');
    expect(told('CHN-002')).toContain('Russiadeclined to comment');
    expect(told('CHN-002')).not.toContain('denied');
    expect(told('CHN-003')).toContain('denied by China, in part');
    expect(told('CHN-005')).toContain(messages.flags.unaskedAny);
    expect(told('CHN-001')).not.toContain(messages.flags.unaskedAny);
  });

  it('shows notes in the checking copy alone', () => {
    const note = 'Never add the two.';
    expect(pageOf(kase)).toContain(note);
    expect(pageOf(kase, 'checked')).not.toContain(note);
  });

  it('prints the head and how to verify', () => {
    const history = named(checkPage(pageOf(kase)), 'section').at(-1);
    expect(history?.text).toContain(kase.heads[0]);
    expect(history?.text).toContain(messages.history.fileUnknown);
    expect(history?.text).toContain(messages.history.showsNot);
  });
});

describe('the page of the worked example', () => {
  const { kase } = workedExample(testContext());

  it.each(EDITIONS)('is whole, with something in every section (%s)', (edition) => {
    const elements = checkPage(pageOf(kase, edition));
    const { overrides, allegations, unverified, queries, parties, sources, exhibits, documents } = messages;
    for (const { none } of [
      overrides,
      allegations,
      unverified,
      queries,
      parties,
      sources,
      exhibits,
      documents,
    ])
      expect(elements[0]?.text).not.toContain(none);
    // Denied is never printed as more than that.
    expect(elements[0]?.text.match(/\b(false|refut\w*)\b/gi)).toEqual(['false']);
  });
});

describe('references', () => {
  it('are places in the page of their own, whatever a file from elsewhere calls them', () => {
    const bench = caseWith();
    for (const statement of ['one', 'two', 'three']) {
      bench.run({ type: 'record-allegation', statement, passage: null });
    }
    const report = reportOf(bench.kase, 'checked');
    const refs = ['MIL-001', 'MIL-001', '"><b id="glance'];
    const renamed = {
      ...report,
      allegations: report.allegations.map((each, index) => ({ ...each, ref: refs[index] ?? '' })),
    };
    const articles = named(checkPage(reportHtml(renamed, 'en', t)), 'article');
    expect(articles.map(({ attributes }) => attributes['id'])).toEqual([
      'MIL-001',
      'allegation-2',
      'allegation-3',
    ]);
  });
});

describe('a finding against the standard', () => {
  it('says so wherever its state stands, with the reason', () => {
    const bench = caseWithAllegation();
    const override = 'The editor was there.';
    const move = { type: 'move-allegation', to: 'corroborated', reason: 'It burned.' } as const;
    bench.run({ ...move, id: bench.allegationId, override });
    const elements = checkPage(pageOf(bench.kase, 'checked'));
    const said = messages.glance.overridden;
    expect(named(elements, 'tr').find(({ text }) => text.includes('Fire brigade says:'))?.text).toContain(
      said,
    );
    expect(classed(elements, 'marks')[0]?.text).toContain(said);
    const section = elements.find(({ attributes }) => attributes['id'] === 'overrides');
    expect(section?.text).toContain(override);
    expect(named(elements, 'article')[0]?.text).toContain(override);
  });
});

describe('a finding that no longer meets the standard', () => {
  it('says so wherever its state stands, and never that the standard is met', () => {
    const bench = caseWithAllegation();
    const { allegationId: id } = bench;
    bench.run(recordOn(id));
    bench.run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log.' });
    const told = (): string => named(checkPage(pageOf(bench.kase)), 'article')[0]?.text ?? '';
    expect(told()).toContain('Fire brigade says this. The evidence meets the standard.');
    bench.run({ type: 'change-standard', primary: 2 });
    expect(told()).toContain('It was called corroborated; as things are now, it does not meet the standard.');
    expect(told()).not.toContain('The evidence meets the standard.');
    const elements = checkPage(pageOf(bench.kase, 'checked'));
    for (const name of ['marks', 'glance'])
      expect(classed(elements, name)[0]?.text).toContain(messages.glance.lacking);
  });
});

describe('words', () => {
  it('never judges an allegation, in any message', () => {
    const texts: string[] = [];
    JSON.stringify(messages, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(100);
    const found = texts.flatMap((text) => text.match(NEVER) ?? []);
    expect(found).toEqual(['false']);
    expect(messages.meanings.denied).toContain('Denied does not mean false');
  });

  it('never judges one, in the page of a case with every state, answer and count', () => {
    const bench = caseWithAllegation();
    const id = bench.allegationId;
    bench.run(recordOn(id));
    bench.run(evidenceOn(id, { stance: 'contradicts', origin: { type: 'unknown' } }));
    bench.run({ type: 'move-allegation', id, to: 'corroborated', reason: 'The log.' });
    for (const kind of ['asked', 'confirmed', 'declined', 'no-reply', 'other'] as const) {
      bench.run(responseOn(id, { kind, extent: null }));
    }
    for (const extent of ['all', 'part', 'else'] as const)
      bench.run(responseOn(id, { extent, denies: 'that it was theirs' }));
    bench.run({ type: 'record-allegation', statement: 'Somebody set it on fire.', passage: null });
    const { text } = checkPage(pageOf(bench.kase))[0] ?? { text: '' };
    expect(text.match(NEVER)).toEqual(['false']);
    expect(text).toContain('Denied does not mean false');
    expect(text).not.toMatch(/\bconfirmed\b/);
    for (const said of Object.values(messages.responses.extents)) expect(text).toContain(said);
  });
});

describe('a case with nothing in it', () => {
  it.each(EDITIONS)('gives a report all the same (%s)', (edition) => {
    const elements = checkPage(pageOf(caseWith().kase, edition, ''));
    const text = elements[0]?.text ?? '';
    for (const said of [
      messages.glance.empty,
      messages.overrides.none,
      messages.allegations.none,
      messages.unverified.none,
      messages.parties.none,
      messages.sources.none,
      messages.exhibits.none,
      messages.queries.none,
      messages.documents.none,
      messages.facts.unnamed,
    ])
      expect(text).toContain(said);
    expect(named(elements, 'h2')).toHaveLength(15);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });
});
