import { reportTitle, SECTIONS } from '../../shared/report/report-words.ts';
import { WHOLE } from '../../shared/report/report-about.ts';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../shared/case/case.ts';
import { translator, type Language } from '../../shared/messages/translate.ts';
import messages from '../../shared/messages/en/report.json' with { type: 'json' };
import { EDITIONS, type Edition } from '../../shared/case/words.ts';
import { reportData, type Report } from '../../shared/report/report-data.ts';
import { sampleCase } from '../../shared/samples/foreign-fighters.ts';
import { workedExample } from '../../shared/samples/worked-example.ts';
import { caseFrom } from '../../shared/testing/arbitrary-case.ts';
import { caseSaying } from '../../shared/testing/case-saying.ts';
import { secretCase, secretsIn } from '../../shared/testing/case-with-secret.ts';
import { caseWith, caseWithAllegation, evidenceOn, testContext } from '../../shared/testing/case-with.ts';
import { NAUGHTY } from '../../shared/testing/dice.ts';
import { all, attribute, checkDocx, isOn, textOf, type ReadDocx } from './read-docx.ts';
import { reportDocx } from './report-docx.ts';

const t = translator('en');

function reportOf(kase: Case, edition: Edition = 'checking'): Report {
  const about = {
    at: '2026-11-24T09:00:00.000Z',
    preparedBy: 'M. K.',
    fileSha256: null,
    scope: WHOLE,
    appVersion: '0.1.0',
  };
  return reportData(kase, { edition, ...about });
}

async function read(kase: Case, edition: Edition = 'checking'): Promise<ReadDocx> {
  return checkDocx(await reportDocx(reportOf(kase, edition), 'en', t));
}

const everything = ({ document, footnotes }: ReadDocx): string => `${textOf(document)}\n${textOf(footnotes)}`;

/** As a text stands in a line. */
const inLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('the report as a Word document', () => {
  const worked = workedExample(testContext()).kase;
  const sample = sampleCase(testContext());

  it.each(EDITIONS)('has every statement, reason and source (%s)', async (edition) => {
    for (const kase of [worked, sample]) {
      const report = reportOf(kase, edition);
      const docx = await read(kase, edition);
      const text = inLine(everything(docx));
      const wanted = [
        ...report.allegations.flatMap(({ statement, finding, passages, evidence, responses, reviews }) => [
          statement,
          finding.reason,
          finding.override ?? '',
          ...passages.map(({ exact }) => exact),
          ...evidence.flatMap(({ excerpt, locator }) => [excerpt, locator ?? '']),
          ...responses.flatMap(({ party, words, denies }) => [party, words, denies ?? '']),
          ...reviews.map(({ reason }) => reason),
        ]),
        ...report.sources.flatMap(({ name, interests }) => [name, interests ?? '']),
        ...report.exhibits.listed.flatMap(({ title, sha256 }) => [title, sha256]),
        ...report.queries.flatMap(({ question, exact }) => [question, exact]),
        ...report.documents.flatMap((document) => (document.withheld ? [] : document.sha256)),
        ...report.history.heads,
      ];
      for (const each of wanted) expect(text).toContain(inLine(each));
      const cited = report.allegations.flatMap(({ evidence }) => evidence);
      expect(all(docx.footnotes, 'footnoteRef').length).toBe(cited.length);
      expect(text).not.toMatch(/undefined|\[object/);
      expect(text.match(/\b(false|refut\w*)\b/gi)).toEqual(['false']);
    }
  });

  it('has the headings, tables and footnotes that another reader finds', async () => {
    const bytes = await reportDocx(reportOf(worked), 'en', t);
    const { value, messages: warnings } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='heading 1'] => h5:fresh"] },
    );
    expect(warnings.filter(({ type }) => type === 'error')).toEqual([]);
    const titles = [...value.matchAll(/<h5>(?:<a [^>]*><\/a>)?([^<]*)<\/h5>/g)].map(([, title]) => title);
    expect(titles).toEqual(SECTIONS.map((name) => messages[name].title));
    expect(value.match(/<thead>/g)?.length).toBe(value.match(/<table>/g)?.length);
    expect(value.match(/<li id="footnote-/g)?.length).toBe(
      reportOf(worked).allegations.flatMap(({ evidence }) => evidence).length,
    );
    const [first] = worked.records.allegations.values();
    expect(value).toContain(first?.ref);
  });

  it('leads from each reference to its allegation, and from a footnote to the exhibit', async () => {
    const { document, footnotes } = await read(worked);
    const [link] = all(document, 'hyperlink').filter((each) => attribute(each, 'anchor').startsWith('ref_'));
    const place = all(document, 'bookmarkStart').find(
      (each) => attribute(each, 'name') === (link && attribute(link, 'anchor')),
    );
    expect(place?.parent && textOf(place.parent)).toContain(link && textOf(link));
    const exhibits = all(footnotes, 'hyperlink').map((each) => attribute(each, 'anchor'));
    expect(exhibits).toContain('exhibit_1');
  });

  it('says a state in words, never by colour alone', async () => {
    const { document } = await read(sample);
    const marks = all(document, 'rStyle').filter((style) =>
      ['Stetunverified', 'Stetcorroborated', 'Stetdenied'].includes(attribute(style, 'val')),
    );
    expect(marks.length).toBeGreaterThan(30);
    for (const mark of marks) {
      const state = attribute(mark, 'val').replace('Stet', '');
      expect(mark.parent?.parent && textOf(mark.parent.parent)).toContain(state);
    }
  });

  it.each(EDITIONS)(
    'is the same file each time, and tells nothing of where it was made (%s)',
    async (edition) => {
      const bytes = await reportDocx(reportOf(worked, edition), 'en', t);
      expect(Buffer.compare(await reportDocx(reportOf(worked, edition), 'en', t), bytes)).toBe(0);
      const { parts } = checkDocx(bytes);
      const title = reportTitle(reportOf(worked));
      const core = parts['docProps/core.xml'] ?? '';
      expect(core).toContain(
        `<dc:title>${title}: verification report, ${messages.fileNames[edition]}</dc:title>`,
      );
      expect(core).toContain('<dc:creator>Stet</dc:creator><cp:lastModifiedBy>Stet</cp:lastModifiedBy>');
      expect(core).toContain('<dc:language>en</dc:language>');
      expect(core.match(/2026-11-24T09:00:00Z/g)).toHaveLength(2);
      expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
      for (const xml of Object.values(parts)) expect(xml).not.toMatch(/Un-named|\/home\/|\/tmp\/|[A-Z]:\\/);
      // Local time of a ZIP, at the earliest there can be: 1980-01-01 00:00.
      expect(Buffer.from(bytes).subarray(10, 14).toString('hex')).toBe('00002100');
    },
  );

  it.each(EDITIONS)('is there for a case with nothing in it (%s)', async (edition) => {
    const text = everything(await read(caseWith().kase, edition));
    const { glance, overrides, allegations, unverified, parties } = messages;
    const { sources, exhibits, queries, documents } = messages;
    expect(text).toContain(glance.empty);
    for (const { none } of [
      overrides,
      allegations,
      unverified,
      parties,
      sources,
      exhibits,
      queries,
      documents,
    ])
      expect(text).toContain(none);
  });
});

describe('what people wrote', () => {
  it('says its direction, by paragraph and by run', async () => {
    const docx = await read(caseSaying('اشتعلت النيران في الطاحونة Mill 7'));
    const told = docx.paragraphs.filter(({ style }) => /Told|Said|Title/.test(style));
    expect(told.length).toBeGreaterThan(5);
    for (const { rtl } of told) expect(rtl).toBe(true);
    const runs = all(docx.document, 'r').filter((run) => /\p{Script=Arabic}/u.test(textOf(run)));
    expect(runs.length).toBeGreaterThan(20);
    for (const run of runs) {
      expect(isOn(run, 'rtl')).toBe(true);
      expect(textOf(run)).not.toContain('Mill');
    }
    const plain = await read(caseSaying('The mill burned.'));
    expect([...all(plain.document, 'rtl'), ...all(plain.document, 'bidi')]).toEqual([]);
  });

  it('stands in a document from right to left where the language is', async () => {
    const bytes = await reportDocx(reportOf(workedExample(testContext()).kase), 'ar' as Language, t);
    const { document, paragraphs } = checkDocx(bytes);
    expect(all(document, 'bidiVisual').length).toBe(all(document, 'tbl').length);
    expect(paragraphs.filter(({ style }) => /Heading|Fact|Flag/.test(style)).every(({ rtl }) => rtl)).toBe(
      true,
    );
    expect(paragraphs.filter(({ style }) => style === 'StetCellTold').some(({ rtl }) => rtl)).toBe(false);
  });

  it('becomes a link only where it is an address of the web or of mail, as it can stand in one', async () => {
    const bench = caseWithAllegation();
    const addresses = [
      'https://paper.example/a?b="c"&d',
      'https://paper.example/100%/ö#part',
      'mailto:desk@paper.example',
      'http://paper.example',
      'javascript:alert(1)',
      'https://paper.example/ with words',
      'file:///etc/passwd',
      `https://paper.example/${'a'.repeat(1_990)}`,
    ];
    for (const address of addresses) bench.run(evidenceOn(bench.allegationId, { address }));
    const docx = await read(bench.kase);
    for (const name of ['document', 'footnotes']) {
      const targets = [
        ...(docx.parts[`word/_rels/${name}.xml.rels`] ?? '').matchAll(/Target="(\w+:[^"]*)"/g),
      ];
      expect(targets.map(([, target]) => target)).toEqual([
        'https://paper.example/a?b=%22c%22&amp;d',
        'https://paper.example/100%25/%C3%B6#part',
        'mailto:desk@paper.example',
      ]);
    }
    for (const address of addresses) expect(everything(docx)).toContain(address);
  });

  it.each([
    '{default-bullet-numbering-0} CURRENT {0}',
    'CURRENT',
    '<w:sectPr></w:body></w:footnotes>',
    '\u202eturned round',
    '\uE0000\uE001 ]]> &amp; <!--',
    'one\r\ntwo\u2028three',
    '\u0000\u0007\u001b[31m \uFFFE \u0085',
  ])('stays text everywhere: %j', async (text) => {
    const docx = await read(caseSaying(text));
    const shown = text
      // oxlint-disable-next-line no-control-regex -- what XML cannot hold
      .replace(/[\u0000-\u0008\u000e-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
      .replace(/[\uFFFE\u0085]/g, '\uFFFD')
      .replace(/^\u202e.*$/, '\u2068$&\u202c\u2069')
      .replace(/\r\n|\u2028/g, '\n');
    const told = docx.paragraphs.filter(({ style }) => /Told|Said/.test(style));
    expect(told.filter((each) => each.text === shown).length).toBeGreaterThan(5);
    expect(docx.paragraphs.find(({ style }) => style === 'Title')?.text).toBe(shown);
  });

  it('never harms the file, whatever it is and wherever it is put', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom(...'<>&"\'{}-]\u0000\n\ue0000\ue001 aא'),
        minLength: 1,
        maxLength: 20,
      }),
      fc.constantFrom(...NAUGHTY.filter((each) => each.trim() !== '')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        const docx = await read(caseSaying(`${each}.`));
        expect(all(docx.footnotes, 'footnoteRef')).toHaveLength(2);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every file whole, whatever happened to the case', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(), { maxLength: 60 }),
        fc.constantFrom(...EDITIONS),
        async (seeds, edition) => {
          const docx = await read(caseFrom(seeds).kase, edition);
          expect(everything(docx)).not.toMatch(/undefined|\[object/);
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each(EDITIONS)('never gives a confidential source away (%s)', async (edition) => {
    const secret = secretCase();
    const docx = await read(secret.kase, edition);
    const found = Object.entries(docx.parts).flatMap(([name, xml]) =>
      secretsIn(xml, secret).map((what) => `${what} in ${name}`),
    );
    expect(found).toEqual([]);
    for (const told of ['a person who works at the mill', 'Nobody was paid that week.', 'line 9'])
      expect(everything(docx)).toContain(told);
  });
});
