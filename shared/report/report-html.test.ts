import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import messages from '../messages/en/report.json' with { type: 'json' };
import { translator, type Translate } from '../messages/translate.ts';
import { sampleCase } from '../samples/foreign-fighters.ts';
import { caseFrom, NAUGHTY } from '../testing/arbitrary-case.ts';
import {
  caseWith,
  caseWithAllegation,
  evidenceOn,
  recordOn,
  responseOn,
  testContext,
} from '../testing/case-with.ts';
import { EDITIONS, type Edition } from './editions.ts';
import { readPage, type Element } from './read-page.ts';
import { reportData } from './report-data.ts';
import { reportHtml } from './report-html.ts';

const english = translator('en');
/** Every message must be there. */
const t: Translate = (key, params) => {
  const said = english(key, params);
  if (said === '' || said === key) throw new Error(`there is no message ${key}`);
  return said;
};

function pageOf(kase: Case, edition: Edition = 'checking', preparedBy = 'M. K.'): string {
  const about = {
    edition,
    at: '2026-11-24T09:00:00.000Z',
    preparedBy,
    fileSha256: null,
    appVersion: '0.1.0',
  };
  return reportHtml(reportData(kase, about), 'en', t);
}

const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter((element) => element.name === name);
const classed = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(({ attributes }) => attributes['class']?.split(' ').includes(name));

/** What holds for every report, whatever is in the case. */
function checkPage(page: string): Element[] {
  const elements = readPage(page);
  const names = new Set(elements.map(({ name }) => name));
  for (const name of ['script', 'img', 'iframe', 'link', 'object', 'form', 'svg', 'base'])
    expect(names).not.toContain(name);
  for (const { attributes } of elements) {
    for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on|^src|^style$/);
  }
  const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
  for (const link of links) expect(link).toMatch(/^(#|https:\/\/|mailto:)/i);
  const inside = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
  expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries()) {
    expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
  }
  for (const table of named(elements, 'table')) {
    expect(elements.some(({ name, parent }) => name === 'caption' && parent === table)).toBe(true);
  }
  for (const { attributes } of named(elements, 'th')) expect(attributes['scope']).toMatch(/^(row|col)$/);
  // No language is ever guessed for what people wrote.
  expect(elements.filter(({ attributes }) => 'lang' in attributes).map(({ name }) => name)).toEqual(['html']);
  return elements;
}

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
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
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
    expect(told('CHN-005')).toContain(messages.flags.unanswered);
    expect(told('CHN-001')).not.toContain(messages.flags.unanswered);
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

describe('references', () => {
  it('are places in the page of their own, whatever a file from elsewhere calls them', () => {
    const bench = caseWith();
    for (const statement of ['one', 'two', 'three']) {
      bench.run({ type: 'record-allegation', statement, passage: null });
    }
    const about = {
      edition: 'checked',
      at: '2026-11-24T09:00:00Z',
      preparedBy: '',
      fileSha256: null,
    } as const;
    const report = reportData(bench.kase, { ...about, appVersion: '0.1.0' });
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
    for (const kind of ['confirmed', 'declined', 'no-reply', 'other'] as const) {
      bench.run(responseOn(id, { kind, extent: null }));
    }
    for (const extent of ['all', 'part', 'else'] as const) bench.run(responseOn(id, { extent }));
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
      messages.documents.none,
      messages.facts.unnamed,
    ])
      expect(text).toContain(said);
    expect(named(elements, 'h2')).toHaveLength(10);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

describe('what people wrote', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '--><!-- ]]>',
    '" onmouseover="alert(1)',
    "' autofocus='",
    '&lt;b&gt; &amp;',
    '\u202eevil\u202c \u2067 unclosed',
    'اشتعلت النيران في الطاحونة',
    '\u0000\u0007\u001b[31m',
    '{{claimant}} $t(words.states.denied) $& \uE0000\uE001',
  ];

  it.each(hostile)('stays text everywhere: %j', (text) => {
    const bench = caseWith({ type: 'add-document', title: text, text, format: 'text', fileName: text });
    const [documentId = ''] = bench.kase.records.documents.keys();
    bench.run({
      type: 'record-allegation',
      statement: text,
      claimant: text,
      saidWhere: text,
      tags: [text],
      assignee: text,
      notes: text,
      passage: { documentId, start: 0, end: 5 },
    });
    const [id = ''] = bench.kase.records.allegations.keys();
    const source = { name: text, kind: 'person', party: text } as const;
    bench.run(evidenceOn(id, { source, excerpt: text, locator: text, address: text }));
    bench.run(responseOn(id, { party: text, words: text, channel: text, address: text }));
    bench.run({ type: 'move-allegation', id, to: 'corroborated', reason: text, override: text });
    bench.run({ type: 'edit-case', title: text });
    const page = pageOf(bench.kase, 'checking', text);
    const elements = checkPage(page);
    // oxlint-disable-next-line no-control-regex -- what HTML cannot hold
    const shown = text.replace(/[\u0000-\u001f]/g, (sign) =>
      String.fromCharCode(0x2400 + sign.charCodeAt(0)),
    );
    const said = classed(elements, 'said').filter((element) => element.text === shown);
    // Title, table, heading, excerpt and words of the response.
    expect(said.map(({ name }) => name)).toEqual(['h1', 'span', 'span', 'p', 'p']);
    for (const element of [...said, ...named(elements, 'blockquote'), ...classed(elements, 'told')]) {
      expect(element.attributes['dir']).toBe('auto');
    }
    expect(named(elements, 'bdi').filter((element) => element.text === shown).length).toBeGreaterThan(10);
  });

  it('becomes a link only where it is an address of the web or of mail', () => {
    const bench = caseWithAllegation();
    const id = bench.allegationId;
    const addresses = [
      'https://paper.example/a?b="c"&d',
      'mailto:desk@paper.example',
      'http://paper.example',
      'javascript:alert(1)',
      ' https://paper.example/ with words',
      'file:///etc/passwd',
      'data:text/html,<b>',
    ];
    for (const address of addresses) bench.run(evidenceOn(id, { address }));
    const elements = checkPage(pageOf(bench.kase));
    const links = named(elements, 'a').filter(({ attributes }) => !attributes['href']?.startsWith('#'));
    expect([...new Set(links.map(({ attributes }) => attributes['href']))]).toEqual(addresses.slice(0, 2));
    for (const { attributes, text } of links) expect(text).toBe(attributes['href']);
    for (const address of addresses) expect(elements[0]?.text).toContain(address.trim());
  });

  it('can never become markup, whatever it is and wherever it is put', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(...'<>&"\'/!-=\u0000\n\ue0000\ue001 as'),
        minLength: 1,
        maxLength: 20,
      }),
      fc.constantFrom(...NAUGHTY),
    );
    fc.assert(
      fc.property(text, text, text, (statement, excerpt, words) => {
        const bench = caseWith({
          type: 'record-allegation',
          statement: `${statement}.`,
          claimant: words,
          notes: excerpt,
          passage: null,
        });
        const [id = ''] = bench.kase.records.allegations.keys();
        bench.run(evidenceOn(id, { excerpt, address: statement, locator: words }));
        bench.run(responseOn(id, { words: `${words}.` }));
        const plain = caseWith({
          type: 'record-allegation',
          statement: 's.',
          claimant: bench.kase.records.parties.size > 1 ? 'c' : null,
          notes: excerpt.trim() === '' ? '' : 'n',
          passage: null,
        });
        const [other = ''] = plain.kase.records.allegations.keys();
        plain.run(
          evidenceOn(other, {
            excerpt: excerpt.trim() === '' ? '' : 'e',
            address: statement.trim() === '' ? null : 'a',
            locator: words.trim() === '' ? null : 'l',
          }),
        );
        plain.run(responseOn(other, { words: 'w.' }));
        // The same elements, whatever is written in them.
        const names = (kase: Case): string[] =>
          checkPage(pageOf(kase))
            .filter(({ name }) => name !== 'a')
            .map(({ name }) => name);
        expect(names(bench.kase)).toEqual(names(plain.kase));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every page whole, whatever happened to the case', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.constantFrom(...EDITIONS), (seeds, edition) => {
        const elements = checkPage(pageOf(caseFrom(seeds).kase, edition));
        expect(elements[0]?.text).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 60 },
    );
  });
});
