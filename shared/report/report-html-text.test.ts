import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseSaying } from '../testing/case-saying.ts';
import { caseWith, caseWithAllegation, evidenceOn, newest, responseOn } from '../testing/case-with.ts';
import { NAUGHTY } from '../testing/dice.ts';
import { checkPage, classed, named, pageOf } from './check-page.ts';
import { EDITIONS } from '../case/words.ts';

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
    const kase = caseSaying(text);
    const page = pageOf(kase, 'checking', text);
    const elements = checkPage(page);
    // oxlint-disable-next-line no-control-regex -- what HTML cannot hold
    const shown = text.replace(/[\u0000-\u001f]/g, (sign) =>
      String.fromCharCode(0x2400 + sign.charCodeAt(0)),
    );
    const said = classed(elements, 'said').filter((element) => element.text === shown);
    // Title, table, heading, excerpt, words of the response, the other's relation, and the wordings of the query.
    expect(said.map(({ name }) => name)).toEqual(['h1', 'span', 'span', 'p', 'p', 'span', 'p', 'p']);
    for (const element of [...said, ...classed(elements, 'told')])
      expect(element.attributes['dir']).toBe('auto');
    expect(named(elements, 'bdi').filter((element) => element.text === shown).length).toBeGreaterThan(30);
  });

  it.each([
    ['The minister spoke. ', 'قال الوزير إن الجسر غير آمن.', 'rtl'],
    ['قال الوزير: ', 'The bridge is unsafe.', 'ltr'],
    ['קודם ', '40 %', 'auto'],
  ])('a passage has its own direction, whatever stands before it: %s%s', (before, exact, direction) => {
    const text = `${before}${exact}`;
    const given = { type: 'add-document', title: null, text, format: 'text', fileName: null } as const;
    const { kase, run } = caseWith(given);
    const documentId = newest(kase, 'documents').id;
    const passage = { documentId, start: before.length, end: text.length };
    run({ type: 'record-allegation', statement: 'x', passage });
    const quotes = named(checkPage(pageOf(kase)), 'blockquote');
    expect(quotes.map(({ attributes }) => attributes['dir'])).toEqual([direction]);
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
      'Town archive, shelf 12/3',
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
