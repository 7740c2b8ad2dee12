import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/case.ts';
import messages from '../messages/en/report.json' with { type: 'json' };
import { sampleCase } from '../samples/foreign-fighters.ts';
import { workedExample } from '../samples/worked-example.ts';
import { caseFrom } from '../testing/arbitrary-case.ts';
import { caseSaying } from '../testing/case-saying.ts';
import { caseWith, caseWithAllegation, evidenceOn, testContext } from '../testing/case-with.ts';
import { checkPage, pageOf, reportOf, t } from './check-page.ts';
import { EDITIONS, type Edition } from '../case/words.ts';
import { readMarkdown, type Line } from './read-markdown.ts';
import { reportMarkdown } from './report-markdown.ts';

const markdownOf = (kase: Case, edition: Edition = 'checking'): string =>
  reportMarkdown(reportOf(kase, edition), t);
const linesOf = (kase: Case, edition?: Edition): Line[] => readMarkdown(markdownOf(kase, edition));
const whole = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');
const headings = (lines: readonly Line[]): string[] =>
  lines.filter(({ kind }) => kind.startsWith('h')).map(({ kind, text }) => `${kind} ${text}`);

describe('a report in Markdown', () => {
  const cases = {
    sample: sampleCase(testContext()),
    worked: workedExample(testContext()).kase,
    none: caseWith().kase,
  };

  it.each(
    EDITIONS.flatMap((edition) => Object.entries(cases).map(([name, kase]) => ({ edition, name, kase }))),
  )('has the headings of the page, and is the same each time ($name, $edition)', ({ kase, edition }) => {
    const page = checkPage(pageOf(kase, edition))
      .filter(({ name }) => /^h[1-3]$/.test(name))
      .map(({ name, text }) => `${name} ${text}`)
      .filter((heading) => heading !== `h2 ${messages.contents}`);
    expect(headings(linesOf(kase, edition))).toEqual(page);
    expect(markdownOf(kase, edition)).toBe(markdownOf(kase, edition));
    expect(markdownOf(kase, edition)).not.toMatch(/undefined|\[object|NaN/);
  });

  it.each(EDITIONS)('says what the page says (%s)', (edition) => {
    const lines = linesOf(cases.worked, edition);
    const text = whole(lines).replace(/\s+/g, ' ');
    const page = checkPage(pageOf(cases.worked, edition));
    // Whatever people wrote, every sentence of a list or paragraph and every hash.
    const said = page.filter(({ name, attributes }) => {
      const names = attributes['class']?.split(' ') ?? [];
      return ['bdi', 'code', 'mark'].includes(name) || names.includes('said') || names.includes('told');
    });
    expect(said.length).toBeGreaterThan(100);
    for (const { text: told } of said) expect(text).toContain(told.replace(/\s+/g, ' ').trim());
  });

  it('sets every allegation in the table, with each denial beside the state', () => {
    const rows = linesOf(cases.sample).filter(({ kind }) => kind === 'row');
    const row = rows.find(({ text }) => text.startsWith('CHN-003'));
    expect(row?.text.split('\t')[2]).toContain('denied by China, in part');
    for (const { ref } of cases.sample.records.allegations.values())
      expect(rows.some(({ text }) => text.startsWith(`${ref} \t`))).toBe(true);
  });

  it.each(EDITIONS)('never says of what is denied more than that (%s)', (edition) => {
    expect(whole(linesOf(cases.worked, edition)).match(/\b(false|refut\w*)\b/gi)).toEqual(['false']);
  });

  it('shows notes in the checking copy alone', () => {
    const note = 'Never add the two.';
    expect(whole(linesOf(cases.sample))).toContain(note);
    expect(whole(linesOf(cases.sample, 'checked'))).not.toContain(note);
  });
});

describe('what people wrote', () => {
  const NAUGHTY = [
    '# heading',
    '- item\n+ item\n* item\n1. item\n2) item',
    '> quote\n    code\n\tcode\n```\nfence\n~~~',
    'a\n===\nb\n---\n***',
    '**bold** _it_ ~~gone~~ ==mark== ++in++ %%hid%% :smile: $x$ ^a^ `code`',
    '[a](https://evil.example) ![a](https://evil.example/x.png) [r]: https://evil.example',
    '<script>alert(1)</script> <!-- --> <https://evil.example> &lt;b&gt;',
    'https://evil.example, www.evil.example; me@evil.example (ftp://evil.example) evil.example //evil.example',
    '| a | b |\n| --- | --- |\n\\| c \\',
    '\u202eevil\u202c \u2067 unclosed',
    'اشتعلت النيران في الطاحونة',
    '\u0000\u0007\u001b[31m\u2028next\u0085',
    '{{claimant}} $t(words.states.denied) {% include x %} \uE0000\uE001',
    '\\\\` `` @x`@`y`@',
  ];

  const plain = linesOf(caseSaying('plain words'));
  const structure = (lines: readonly Line[]): string[] => lines.map(({ kind, depth }) => `${depth} ${kind}`);
  /** Quotations of more lines are more lines, and nothing else. */
  const withoutMore = (lines: readonly Line[]): string[] =>
    structure(lines).filter((line, index, all) => !line.endsWith('quote') || all[index - 1] !== line);

  it.each(NAUGHTY)('stays text everywhere: %j', (text) => {
    const lines = linesOf(caseSaying(text));
    expect(withoutMore(lines)).toEqual(withoutMore(plain));
    // As an address it is a link only where it is one.
    expect(lines.flatMap(({ links }) => links)).toEqual([]);
    const signs = (told: string): string =>
      told
        // oxlint-disable-next-line no-control-regex -- what is replaced
        .replace(/[\u0000-\u0008\u000b-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
        .replace(/[\u0080-\u009f]/g, '\uFFFD')
        .replace(/[\u2066-\u2069\u202a-\u202e\s⏎]/g, '');
    // The title, three times the statement and once the reason, at the least.
    expect(signs(whole(lines)).split(signs(text)).length).toBeGreaterThan(30);
  });

  it('becomes a link only where it is an address of the web or of mail', () => {
    const { kase, allegationId, run } = caseWithAllegation();
    const addresses = ['https://paper.example/a_b?c="d"&e', 'mailto:desk@paper.example'];
    const others = [
      'http://paper.example',
      'javascript:alert(1)',
      'https://a b',
      'https://a|b',
      'https://a/`>',
      'data:text/html,<b>',
    ];
    for (const address of [...addresses, ...others]) run(evidenceOn(allegationId, { address }));
    const lines = linesOf(kase);
    expect([...new Set(lines.flatMap(({ links }) => links))]).toEqual(addresses);
    for (const address of others) expect(whole(lines)).toContain(address);
  });

  it('never begins anything, whatever it is and wherever it is put', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(...'\\`*_{}[]<>&#|~$^=+%:-.!()"\'@/ \t\n\r\u2028a1éא'),
        minLength: 1,
        maxLength: 24,
      }),
      fc.array(fc.constantFrom(...NAUGHTY), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (said, before) => {
        // With a letter, so that no field counts as empty, nor the passage, which is its first five characters.
        const written = before ? `x${said}` : `${said}x`;
        fc.pre(written.slice(0, 5).trim() !== '');
        const lines = linesOf(caseSaying(written));
        expect(withoutMore(lines)).toEqual(withoutMore(plain));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every report whole, whatever happened to the case', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.constantFrom(...EDITIONS), (seeds, edition) => {
        expect(whole(linesOf(caseFrom(seeds).kase, edition))).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 60 },
    );
  });

  const fixture = resolve(import.meta.dirname, '../../../shared/fixtures/naughty-strings/blns.json');
  const absent = !existsSync(fixture);
  if (absent) console.log('Skipped: ../shared/fixtures/naughty-strings/blns.json is absent.');

  it.skipIf(absent)('stays text, string by string of a list that has broken programs', () => {
    const strings = (JSON.parse(readFileSync(fixture, 'utf8')) as string[]).filter(
      (text) => text.trim() !== '',
    );
    expect(strings.length).toBeGreaterThan(400);
    const became = strings.filter((text) => {
      const lines = linesOf(caseSaying(`${text.slice(0, 250)}x`));
      return withoutMore(lines).join() !== withoutMore(plain).join();
    });
    expect(became).toEqual([]);
  });
});
