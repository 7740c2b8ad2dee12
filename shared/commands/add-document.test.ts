import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseWith, newest, type Command } from '../testing/case-with.ts';
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
      fileName: 'mill.txt',
      addedAt: event.at,
      removed: false,
    });
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
