import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../shared/case/case.ts';
import { changedText } from '../../shared/queries/changed-text.ts';
import { documentTitles } from '../../shared/queries/document-view.ts';
import { annotatedData } from '../../shared/report/annotated/annotated-data.ts';
import { aboutTests } from '../../shared/report/annotated/check-annotated.ts';
import { t } from '../../shared/report/check-page.ts';
import { EDITIONS, type Edition } from '../../shared/case/words.ts';
import { sampleCase } from '../../shared/samples/foreign-fighters.ts';
import { workedExample } from '../../shared/samples/worked-example.ts';
import { caseWith, caseWithAllegation, newest, testContext } from '../../shared/testing/case-with.ts';
import { NAUGHTY } from '../../shared/testing/dice.ts';
import { visible } from '../../shared/text/visible.ts';
import { readXml, type XmlElement } from '../testing/read-xml.ts';
import { annotatedDocx } from './annotated-docx.ts';

async function docxOf(kase: Case, edition: Edition = 'checking'): Promise<Uint8Array> {
  const data = annotatedData(kase, documentTitles(kase)[0]?.id ?? '', aboutTests(edition));
  if (!data) throw new Error('there is no document');
  return annotatedDocx(data, 'en', t);
}

/** The elements of a part of the file. */
function part(bytes: Uint8Array, name: string): XmlElement[] {
  return readXml(strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()));
}

const isIn = (element: XmlElement, name: string): boolean => {
  for (let at = element.parent; at; at = at.parent) if (at.name === name) return true;
  return false;
};
/** What an element shows itself. */
const shown = ({ name, text }: XmlElement): string =>
  name === 'w:t' || name === 'w:delText' ? text : name === 'w:br' || name === 'w:tab' ? ' ' : '';

/** The text of each paragraph with its tracked changes taken, or left. */
function paragraphs(bytes: Uint8Array, changes: 'taken' | 'left'): string[] {
  const gone = changes === 'taken' ? 'w:del' : 'w:ins';
  const found: string[] = [];
  for (const element of part(bytes, 'word/document.xml')) {
    if (element.name === 'w:p') found.push('');
    else if (found.length > 0 && !isIn(element, gone)) found.push((found.pop() ?? '') + shown(element));
  }
  return found;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The words of the article under the comment of that number. */
function wordsUnder(bytes: Uint8Array, id: string): string {
  let inside = false;
  let words = '';
  for (const element of part(bytes, 'word/document.xml')) {
    const own = element.attributes['w:id'] === id;
    if (element.name === 'w:commentRangeStart' && own) inside = true;
    else if (element.name === 'w:commentRangeEnd' && own) inside = false;
    else if (inside && !isIn(element, 'w:ins')) words += shown(element);
  }
  return words;
}

describe.each([
  ['the sample', (): Case => sampleCase(testContext())],
  ['the worked example', (): Case => workedExample(testContext()).kase],
])('the file of %s', (_, make) => {
  it.each(EDITIONS)(
    'is the same each time, and tells nothing of when and where it was made (%s)',
    async (edition) => {
      const bytes = await docxOf(make(), edition);
      expect(Buffer.compare(await docxOf(make(), edition), bytes)).toBe(0);
      const core = strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array());
      expect([...core.matchAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g)].map(([at]) => at)).toEqual([
        '2026-11-24T09:00:00Z',
        '2026-11-24T09:00:00Z',
      ]);
      expect(core).toContain('<dc:creator>Stet</dc:creator>');
      for (const name of Object.keys(unzipSync(bytes))) expect(part(bytes, name).length).toBeGreaterThan(0);
    },
  );

  it('is the article, and with all its changes taken the changed text', async () => {
    const kase = make();
    const { id, text } = newest(kase, 'documents');
    const bytes = await docxOf(kase);
    expect(bare(paragraphs(bytes, 'left').join(''))).toBe(bare(text));
    expect(bare(paragraphs(bytes, 'taken').join(''))).toBe(bare(changedText(kase, id)?.text ?? ''));
  });

  it('has a comment on the very words of every passage and query, by who decided and when', async () => {
    const kase = make();
    const bytes = await docxOf(kase);
    const comments = part(bytes, 'word/comments.xml').filter(({ name }) => name === 'w:comment');
    const under = comments.map((comment) => ({
      words: wordsUnder(bytes, comment.attributes['w:id'] ?? ''),
      by: comment.attributes['w:author'],
      at: comment.attributes['w:date'],
      text: comment.text,
    }));
    for (const { selector, allegationId } of kase.records.passages.values()) {
      const allegation = kase.records.allegations.get(allegationId);
      const found = under.find(({ text }) => text.includes(` · ${allegation?.ref ?? ''} · `));
      expect(found?.words).toBe(selector[0].exact);
      expect(found?.by).toBe(allegation?.finding.by);
      expect(new Date(found?.at ?? 0).toISOString()).toBe(allegation?.finding.at);
    }
    for (const { number, selector, decidedBy } of kase.records.queries.values()) {
      const thread = under.filter(({ text }) => text.startsWith(`Q${number} · `));
      expect(thread.map(({ words }) => words)).toEqual(
        Array.from({ length: decidedBy === null ? 1 : 2 }, () => selector[0].exact),
      );
      expect(thread.at(1)?.by ?? null).toBe(decidedBy);
    }
  });
});

it.each(NAUGHTY.filter((text) => text.trim() !== ''))(
  '%j is text, in the article and in comments',
  async (words) => {
    const bench = caseWith({
      type: 'add-document',
      title: null,
      text: `${words}\n\nEnd.`,
      format: 'text',
      fileName: null,
    });
    const { id } = newest(bench.kase, 'documents');
    const passage = { documentId: id, start: 0, end: [...words].length };
    bench.run({ type: 'record-allegation', statement: words, claimant: null, passage });
    const bytes = await docxOf(bench.kase);
    const said = (text: string): string => bare(text).replace(/[\u2068\u2069\u202c]/g, '');
    expect(said(paragraphs(bytes, 'left').join(''))).toBe(said(visible(`${words}End.`)));
    expect(said(part(bytes, 'word/comments.xml')[0]?.text ?? '')).toContain(said(visible(words)));
  },
);

it('holds lists, tables, headings and right-to-left text as what they are', async () => {
  const text = 'عنوان\n\none\n\nA\tB\nC\tD\n\nاشتعلت النيران.';
  const at = (words: string, kind: 'heading' | 'item' | 'table', level: number | null) => {
    const start = text.indexOf(words);
    return { kind, start, end: start + words.length, level };
  };
  const blocks = [at('عنوان', 'heading', 1), at('one', 'item', 1), at('A\tB\nC\tD', 'table', null)];
  const bytes = await docxOf(
    caseWith({ type: 'add-document', title: null, text, format: 'docx', fileName: null, blocks }).kase,
  );
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  expect(value).toContain('<h1>');
  expect(value).toContain('<ul><li>one</li></ul>');
  expect(value).toContain('<tr><td><p>A</p></td><td><p>B</p></td></tr>');
  const document = part(bytes, 'word/document.xml');
  expect(document.filter(({ name }) => name === 'w:bidi')).toHaveLength(2);
  expect(document.filter(({ name }) => name === 'w:rtl').length).toBeGreaterThan(1);
});

it('tells behind the text what is not found in it any more', async () => {
  const { kase, run, documentId } = caseWithAllegation();
  const anew = { title: null, format: 'text', fileName: null } as const;
  run({ type: 'add-version', previousId: documentId, text: 'Something else altogether.', ...anew });
  const said = paragraphs(await docxOf(kase), 'left');
  expect(said[0]).toBe('Something else altogether.');
  expect(said).toContain('The mill burned down 🔥 on Monday.');
});
