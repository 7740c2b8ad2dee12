import { describe, expect, it } from 'vitest';
import type { Case } from '../../case/case.ts';
import { apply } from '../../events/apply.ts';
import messages from '../../messages/en/annotated.json' with { type: 'json' };
import { documentTitles } from '../../queries/document-view.ts';
import { sampleCase } from '../../samples/foreign-fighters.ts';
import { workedExample } from '../../samples/worked-example.ts';
import { caseWith, caseWithAllegation, newest, testContext } from '../../testing/case-with.ts';
import { NAUGHTY } from '../../testing/dice.ts';
import { visible } from '../../text/visible.ts';
import { checkPage, classed, named, t, withId } from '../check-page.ts';
import { EDITIONS, type Edition } from '../../case/words.ts';
import { annotatedData } from './annotated-data.ts';
import { annotatedHtml } from './annotated-html.ts';
import { aboutTests } from './check-annotated.ts';

function pageOf(kase: Case, edition: Edition = 'checking'): string {
  const data = annotatedData(kase, documentTitles(kase)[0]?.id ?? '', aboutTests(edition));
  if (!data) throw new Error('there is no document');
  return annotatedHtml(data, 'en', t);
}

const document = (text: string, fields: object = {}) =>
  ({ type: 'add-document', title: null, text, format: 'text', fileName: null, ...fields }) as const;
/** Words that may not be said of a denial. */
const NEVER = /\b(false|untrue|refut\w*|prove[ns]?|proved|admit\w*|debunk\w*)\b/gi;

describe.each([
  ['the sample', (): Case => sampleCase(testContext())],
  ['the worked example', (): Case => workedExample(testContext()).kase],
])('the page of %s', (_, make) => {
  it.each(EDITIONS)('links every label with its note and back, and is the same each time (%s)', (edition) => {
    const page = pageOf(make(), edition);
    expect(pageOf(make(), edition)).toBe(page);
    const elements = checkPage(page, 'en');
    const labels = elements.filter(({ parent }) => parent?.attributes['class'] === 'no');
    expect(labels.length).toBeGreaterThan(5);
    for (const { attributes, text } of labels) {
      const note = withId(elements, (attributes['href'] ?? '').slice(1));
      expect(note.text).toContain(text.replace('?', ''));
      const back = elements.filter(
        (each) =>
          each.attributes['class'] === 'back' && each.attributes['href'] === `#${attributes['id'] ?? ''}`,
      );
      expect(back).toHaveLength(1);
    }
    const notes = classed(elements, 'note');
    expect(new Set(labels.map(({ attributes }) => attributes['href'])).size).toBe(notes.length);
    const said = (elements[0]?.text ?? '')
      .replace(messages.coverage.means, '')
      .replace(/Denied does not mean false/g, '');
    expect(said.match(NEVER)).toBeNull();
  });

  it('shows the text as it stands, whatever is marked in it', () => {
    const kase = make();
    const elements = checkPage(pageOf(kase), 'en');
    const text = newest(kase, 'documents').text;
    const shown = classed(elements, 'words')
      .map((block) => {
        // What is not the text: labels, signs and pages.
        const added = elements.filter(
          ({ name, attributes, parent }) =>
            (name === 'sup' || attributes['class'] === 'page' || attributes['aria-hidden'] === 'true') &&
            isIn(parent, block),
        );
        return added.reduce((words, each) => words.replace(each.text, ''), block.text);
      })
      .join('');
    expect(shown.replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
  });
});

type Element = ReturnType<typeof checkPage>[number];
function isIn(element: Element | null | undefined, outer: Element): boolean {
  for (let at = element; at; at = at.parent) if (at === outer) return true;
  return false;
}

describe('what people wrote', () => {
  it.each(NAUGHTY.filter((text) => text.trim() !== ''))('is text and never markup: %j', (words) => {
    const text = `${words}\n\nThen ${words} again.`;
    const bench = caseWith(document(text));
    const { id } = newest(bench.kase, 'documents');
    bench.run({
      type: 'record-allegation',
      statement: words,
      claimant: words.trim() === '' ? null : words,
      passage: { documentId: id, start: 0, end: [...words].length },
    });
    const { id: allegationId } = newest(bench.kase, 'allegations');
    bench.run({ type: 'edit-allegation', id: allegationId, notes: words });
    const elements = checkPage(pageOf(bench.kase));
    const shown = named(elements, 'mark')
      .map((mark) => mark.text)
      .join('');
    expect(shown.replace(/\s+/gu, '')).toBe(visible(words).replace(/\s+/gu, ''));
  });

  it('finds its own direction block by block, in the language the document says', () => {
    const arabic = 'اشتعلت النيران في الطاحونة.';
    const chinese = '磨坊星期一烧毁了。';
    const page = pageOf(caseWith(document(`${arabic}\n\n${chinese}`, { language: 'ar' })).kase);
    const elements = checkPage(page, 'ar');
    for (const block of classed(elements, 'words')) {
      expect(block.attributes['dir']).toBe('auto');
      expect(block.parent?.attributes['lang']).toBe('ar');
    }
    expect(classed(elements, 'words').map(({ text }) => text)).toEqual([arabic, chinese]);
  });

  it('says no language that is none', () => {
    expect(() => checkPage(pageOf(caseWith(document('A.', { language: '" onload="x' })).kase))).not.toThrow();
  });
});

it('has lists, tables, headings in order and the pages of the original', () => {
  const text = 'Title\n\nDeep\n\n- one\n- two\n\nA\tB\n\nEnd.';
  const at = (words: string, kind: string, level: number | null = null) => {
    const start = text.indexOf(words);
    return { kind, start, end: start + words.length, level };
  };
  const page = pageOf(
    caseWith(
      document(text, {
        format: 'pdf',
        blocks: [
          at('Title', 'heading', 1),
          at('Deep', 'heading', 4),
          at('- one', 'item', 1),
          at('- two', 'item', 1),
          at('A\tB', 'table'),
        ],
        pages: [
          { label: 'iv', start: 0 },
          { label: '2', start: text.indexOf('End') },
        ],
      }),
    ).kase,
  );
  const elements = checkPage(page);
  expect(named(elements, 'h3').map(({ text: words }) => words)).toEqual(['p. iv Title']);
  expect(named(elements, 'h4').map(({ text: words }) => words)).toEqual(['Deep']);
  expect(classed(elements, 'rows')).toHaveLength(1);
  expect(named(elements, 'td').map(({ text: words }) => words)).toEqual(['A', 'B']);
  expect(classed(elements, 'page').map(({ text: words }) => words)).toEqual(['p. iv', 'p. 2']);
});

it('tells what is not found any more apart, in full, and marks nothing for it', () => {
  const { kase, run, documentId } = caseWithAllegation();
  const anew = { title: null, format: 'text', fileName: null } as const;
  run({ type: 'add-version', previousId: documentId, text: 'Something else altogether.', ...anew });
  const elements = checkPage(pageOf(kase));
  expect(named(elements, 'mark')).toEqual([]);
  const [apart] = elements.filter(({ attributes }) => attributes['id'] === 'apart');
  expect(apart?.text).toContain('The mill burned down 🔥 on Monday.');
  expect(apart?.text).toContain('These words are not found in the newest version of the document.');
  expect(classed(elements, 'note')).toHaveLength(1);
});

it('takes seconds for a thousand pages with a thousand allegations', () => {
  const paragraph = 'The mayor said on Monday that the mill had burned down, and that nobody was hurt. '
    .repeat(6)
    .trim();
  const text = Array.from({ length: 4000 }, () => paragraph).join('\n\n');
  const { kase } = caseWith(document(text));
  markMany(kase, 1000);
  const started = performance.now();
  const page = pageOf(kase);
  const took = performance.now() - started;
  expect(page.split('<mark').length - 1).toBeGreaterThanOrEqual(1000);
  // Generous, since machines are busy at times: it takes two seconds, and minutes as soon as something is quadratic.
  expect(took).toBeLessThan(20_000);
});

/** Allegations all over the newest document, as one event: recording them one by one counts the text anew each time. */
function markMany(kase: Case, count: number): void {
  const { id: documentId, sha256, text } = newest(kase, 'documents');
  const step = Math.floor(text.length / count);
  const bench = caseWithAllegation();
  const [allegation, passage] = [newest(bench.kase, 'allegations'), newest(bench.kase, 'passages')];
  const changes = Array.from({ length: count }, (_, index) => {
    const [start, end] = [index * step, index * step + 40];
    const id = `many-${index}`;
    const [quote, position] = passage.selector;
    const selector = [
      { ...quote, exact: text.slice(start, end) },
      { ...position, start, end },
    ];
    return [
      {
        kind: 'allegations' as const,
        id,
        before: null,
        after: { ...allegation, id, ref: `MANY-${index + 1}`, claimantId: null },
      },
      {
        kind: 'passages' as const,
        id: `passage-${index}`,
        before: null,
        after: {
          ...passage,
          id: `passage-${index}`,
          allegationId: id,
          documentId,
          documentSha256: sha256,
          selector,
        },
      },
    ];
  });
  const event = bench.kase.history.at(-1);
  if (!event) throw new Error('nothing happened');
  apply(kase, { ...event, changes: changes.flat() });
}
