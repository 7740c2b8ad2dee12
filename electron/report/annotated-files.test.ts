import { PDFDocument } from 'pdf-lib';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCase } from '../../shared/commands/create-case.ts';
import { ANNOTATED_FORMATS } from '../../shared/report/formats.ts';
import { annotatedBytes } from './annotated-files.ts';
import { CaseStore } from '../case-store/case-store.ts';
import { contextFor } from '../context.ts';
import { testFolder } from '../testing/folder.ts';

test('every form is written, the same each time, and nothing of a document that is not there', async () => {
  const path = join(testFolder(), 'Case.stet');
  await CaseStore.create(path, createCase({ title: 'Case' }, contextFor('')));
  const opened = await CaseStore.open(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  const text = 'The mill burned down.';
  await store.commit([{ type: 'add-document', title: 'Mill', text, format: 'text', fileName: null }], () =>
    contextFor('M. K.'),
  );
  const [id = ''] = store.kase.records.documents.keys();
  const request = {
    edition: 'checking',
    language: 'en',
    at: '2026-11-24T00:00:00Z',
    by: '',
    version: '1',
  } as const;
  const printed: unknown[] = [];
  const print = async (_html: Uint8Array, about: unknown): Promise<Uint8Array> => {
    printed.push(about);
    return (await PDFDocument.create()).save();
  };
  const bytes = (format: (typeof ANNOTATED_FORMATS)[number], document: string) =>
    annotatedBytes(store.kase, document, format, request, print);
  for (const format of ANNOTATED_FORMATS) {
    const made = await bytes(format, id);
    expect(made.length).toBeGreaterThan(300);
    expect(Buffer.from(await bytes(format, id))).toEqual(Buffer.from(made));
    await expect(bytes(format, 'id-none')).rejects.toThrow('no such document');
  }
  expect(printed).toEqual(
    Array.from({ length: 2 }, () => ({ title: 'Mill', language: 'en', at: request.at })),
  );
  await store.close();
});
