import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseWith, newest, UNDO, type Command } from '../testing/case-with.ts';
import { exhibitWith } from '../testing/case-with-everything.ts';
import { commandSchema } from './index.ts';

const adding = (text: string, title: string | null = null): Command<'add-document'> => ({
  type: 'add-document',
  title,
  text,
  format: 'text',
  fileName: 'mill.txt',
});

/** The document that adding makes. */
function added(command: Command<'add-document'>) {
  const { kase, run } = caseWith();
  run(command);
  return newest(kase, 'documents');
}

describe('adding a document', () => {
  it('records it whole', () => {
    const { kase, run } = caseWith();
    const event = run(adding('Fire!\n\nAt the mill.', 'Report'));
    const document = newest(kase, 'documents');
    expect(event).toMatchObject({ type: 'document-added', changes: [{ kind: 'documents', before: null }] });
    expect(event.changes[0]?.after).toEqual(document);
    expect(document).toEqual({
      id: 'id-3',
      title: 'Report',
      text: 'Fire!\n\nAt the mill.',
      sha256: createHash('sha256').update('Fire!\n\nAt the mill.', 'utf8').digest('hex'),
      format: 'text',
      extractor: null,
      encoding: null,
      language: null,
      blocks: [],
      pages: [],
      fileName: 'mill.txt',
      exhibitId: null,
      previousId: null,
      addedAt: event.at,
      removed: false,
    });
  });

  it('keeps what is known of its layout and how it was read', () => {
    const { kase, run, refusal } = caseWith();
    const heading = { kind: 'heading', start: 0, end: 5, level: 1 } as const;
    const read: Command<'add-document'> = {
      ...adding('Fire!\n\nAt the mill.', null),
      format: 'docx',
      extractor: { name: 'mammoth', version: '1.13.0' },
      encoding: null,
      language: 'en-GB',
      blocks: [heading],
      pages: [{ label: 'iv', start: 0 }],
    };
    run(read);
    const { type: _type, title: _title, ...kept } = read;
    expect(newest(kase, 'documents')).toMatchObject(kept);
    const outside = { code: 'not-a-span' };
    expect(refusal({ ...read, blocks: [{ ...heading, end: 21 }] })).toEqual(outside);
    expect(refusal({ ...read, pages: [{ label: '1', start: 21 }] })).toEqual(outside);
  });

  it('recognises the language of a text that says nothing of it, if it is long enough', () => {
    const english =
      'The mill by the river burned down in the night, and nobody has been able to say why. The owner was away, ' +
      'the men had gone home, and the brigade found the gates locked when it came. What they saw through the ' +
      'windows was told to the town council in the morning, but no record of that meeting was ever kept.';
    expect(added(adding(english)).language).toBe('en');
    expect(added(adding('Fire!')).language).toBeNull();
    expect(added({ ...adding(english), language: null }).language).toBeNull();
  });

  it('keeps its original as an exhibit, made with it or there already', () => {
    const { kase, run, refusal } = caseWith();
    const { type: _type, ...file } = exhibitWith({ title: 'mill.txt' });
    const event = run({ ...adding('Fire!'), original: file });
    expect(event.changes.map(({ kind }) => kind)).toEqual(['exhibits', 'documents']);
    const { id } = newest(kase, 'exhibits');
    run({ ...adding('Fire! Fire!'), original: { id } });
    expect([...kase.records.documents.values()].map(({ exhibitId }) => exhibitId)).toEqual([id, id]);
    expect(kase.records.exhibits.size).toBe(1);
    expect(refusal({ type: 'remove', kind: 'exhibits', id })).toEqual({ code: 'in-use', count: 2 });
    expect(refusal({ ...adding('x'), original: { id: 'id-none' } })).toEqual({
      code: 'not-found',
      kind: 'exhibits',
    });
    run(UNDO);
    run(UNDO);
    expect(kase.records.exhibits.size).toBe(0);
  });

  it.each(['\uFEFFmark', ' space \r\n', 'e\u0301 and é', '🔥 שלום'])('stores %j unaltered', (text) => {
    const document = added(adding(text));
    expect(document.text).toBe(text);
    expect(document.sha256).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  });

  it.each([
    ['\n\n  Fire at the mill  \nmore', 'Fire at the mill'],
    ['## Fire at the mill', 'Fire at the mill'],
    ['one line', 'one line'],
    ['a\r\nb', 'a'],
  ])('takes the title from the first line of %j', (text, title) => {
    expect(added(adding(text)).title).toBe(title);
    expect(added(adding(text, '  ')).title).toBe(title);
  });

  it.each(['###\nFire', '# \n\nFire'])('never leaves the title of %j empty', (text) => {
    expect(added(adding(text)).title).not.toBe('');
  });

  it('cuts a long first line at 120 characters, never through one', () => {
    const { title } = added(adding('🔥'.repeat(200)));
    expect(title).toBe(`${'🔥'.repeat(119)}…`);
    expect(added(adding('🔥'.repeat(120))).title).toBe('🔥'.repeat(120));
  });

  it.each(['', ' \n\t\r\n'])('needs words, not %j', (text) => {
    expect(caseWith().refusal(adding(text, 'Report'))).toEqual({ code: 'text-needed', field: 'text' });
  });

  it('does not accept half a character as input', () => {
    expect(commandSchema.safeParse(adding('fire \udd25')).success).toBe(false);
    expect(commandSchema.safeParse(adding('fire \u{1f525}')).success).toBe(true);
  });
});
