import { expect, it } from 'vitest';
import { translator } from '../../../shared/messages/translate.ts';
import { documentView } from '../../../shared/queries/document-view.ts';
import { caseWithAllegation } from '../../../shared/testing/case-with.ts';
import { readingOf } from './reading.ts';
import { paragraphAt, withReference } from './reference.ts';

const t = translator('en');

it('words are copied with title, paragraph, hash and the allegations on them', () => {
  const { kase, documentId } = caseWithAllegation();
  const view = documentView(kase, documentId);
  if (!view) throw new Error('the document is not there');
  const reading = readingOf(view.document);
  const { title, sha256 } = view.document;
  const short = `SHA-256 ${sha256.slice(0, 12)}…`;
  expect(withReference(view, reading, { start: 4, end: 15 }, t)).toBe(
    `“mill burned” ${title}, para. 1, ${short}, MIL-001`,
  );
  expect(withReference(view, reading, { start: 34, end: 40 }, t)).toBe(
    `“Nobody” ${title}, para. 1, ${short}`,
  );
});

it('words are copied with their page, or with all they are on, and in one line', () => {
  const { kase, documentId } = caseWithAllegation();
  const view = documentView(kase, documentId);
  if (!view) throw new Error('the document is not there');
  const text = 'One on the first.\n\nTwo goes\nover the page.';
  const pages = [
    { label: 'xi', start: 0 },
    { label: '1', start: 28 },
  ];
  const reading = readingOf({ text, blocks: [], pages, language: null });
  expect(withReference(view, reading, { start: 0, end: 3 }, t)).toContain('“One” ');
  expect(withReference(view, reading, { start: 0, end: 3 }, t)).toContain(', p. xi, ');
  const over = withReference(view, reading, { start: 19, end: 42 }, t);
  expect(over).toContain('“Two goes over the page.” ');
  expect(over).toContain(', pp. xi–1, ');
});

it('paragraphs are counted without blank lines', () => {
  const reading = readingOf({ text: '\n\nOne.\n\nTwo.\nThree.', blocks: [], pages: [], language: null });
  expect([0, 2, 8, 13].map((unit) => paragraphAt(reading, unit))).toEqual([1, 1, 2, 3]);
});
