import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentHash } from '../../shared/report/report-hash.ts';
import { storeAt, allegation, context, newStore } from '../testing/stores.ts';
import { threadHere } from '../testing/thread.ts';
import { makeReport, type Machine, type Made, type ReportRequest } from './make-report.ts';

const request: ReportRequest = {
  formats: ['json'],
  edition: 'checking',
  language: 'en',
  scope: { refs: null, words: '' },
  at: '2026-11-24T00:00:00Z',
  by: 'M. K.',
  version: '1',
  writesCase: true,
  search: null,
};
const machine: Machine = { startThread: threadHere, print: null };

const untold = () => ({ signal: new AbortController().signal });
async function made(...args: Parameters<typeof makeReport>): Promise<Made> {
  const done = await makeReport(...args);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}
const textOf = (given: Made, index = 0): string => Buffer.from(given.forms[index]?.bytes ?? []).toString();
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('prints the hash of a file that holds what the report tells, or none', async () => {
  const store = await newStore();
  await store.commit([allegation('The mill burned.')], context);
  // In the journal only: the file tells of an older state, and what is only looked at does not write it.
  const looked = await made(store, { ...request, writesCase: false }, machine, untold());
  expect(looked.report.fileSha256).toBeNull();
  const left = await made(store, request, machine, untold());
  const file = readFileSync(store.path);
  expect(file.toString()).toContain('The mill burned.');
  expect(left.report.fileSha256).toBe(hashOf(file));
});

test('prints no hash for what is open for reading only when the file is not what it tells of', async () => {
  const store = await newStore();
  const reader = await storeAt(store.path, undefined, { readOnly: { code: 'asked' } });
  const before = await made(reader, request, machine, untold());
  expect(before.report.fileSha256).toBe(hashOf(readFileSync(store.path)));
  await store.commit([allegation('The mill burned.')], context);
  await store.snapshot();
  const after = await made(reader, request, machine, untold());
  expect(after.report).toMatchObject({ fileSha256: null, allegations: [] });
});

test('writes every form of one report, each with its own hash and all with one content', async () => {
  const store = await newStore();
  await store.commit([allegation('The mill burned.')], context);
  const formats = ['json', 'html', 'csv', 'md'] as const;
  const all = await made(store, { ...request, formats }, machine, untold());
  expect(all.forms.map(({ format }) => format)).toEqual(formats);
  for (const { bytes, sha256 } of all.forms) {
    expect(Buffer.from(bytes).toString()).toContain('The mill burned.');
    expect(sha256).toBe(hashOf(bytes));
  }
  const { kind: _kind, version: _version, ...data } = JSON.parse(textOf(all)) as Record<string, unknown>;
  expect(data).toEqual(all.report);
  expect(all.contentSha256).toBe(contentHash(all.report));
  // One after the other they are the same bytes.
  const again = await made(store, { ...request, formats: ['html'] }, machine, untold());
  expect(textOf(again)).toBe(textOf(all, 1));
});

test('a PDF is the printed page, finished in the thread', async () => {
  const { PDFDocument } = await import('pdf-lib');
  const store = await newStore();
  let page = '';
  const print: Machine['print'] = async (html, about) => {
    page = Buffer.from(html).toString();
    expect(about).toMatchObject({ title: 'Case', language: 'en' });
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.setCreator('a browser on some computer');
    return pdf.save();
  };
  const both = await made(store, { ...request, formats: ['pdf', 'html'] }, { ...machine, print }, untold());
  expect(textOf(both, 1)).toBe(page);
  const pdf = await PDFDocument.load(both.forms[0]?.bytes ?? new Uint8Array(), { updateMetadata: false });
  expect([pdf.getTitle(), pdf.getCreator()]).toEqual(['Case', 'Stet']);
});

test('is of one state, and work on the case goes on meanwhile', async () => {
  const store = await newStore();
  const statements = Array.from({ length: 200 }, (_, index) => allegation(`Statement ${index}.`));
  await store.commit(statements, context);
  const heads = [...store.kase.heads];
  const late: Promise<unknown>[] = [];
  const following = {
    ...untold(),
    onProgress: (_share: number, at: string): void => {
      if (at === 'writing') late.push(store.commit([allegation('Too late for this one.')], context));
    },
  };
  const report = (await made(store, request, machine, following)).report;
  expect((await Promise.all(late))[0]).toMatchObject({ ok: true });
  expect(report.history.heads).toEqual(heads);
  expect(report.allegations).toHaveLength(200);
  expect(store.kase.heads).not.toEqual(heads);
});

test('of chosen allegations, and never of those that are not there or in the trash', async () => {
  const store = await newStore();
  await store.commit([allegation('One.'), allegation('Two.'), allegation('Three.')], context);
  const [one = '', two = '', three = ''] = [...store.kase.allegationIdByRef.keys()];
  const id = store.kase.allegationIdByRef.get(two) ?? '';
  await store.commit([{ type: 'remove', kind: 'allegations', id }], context);
  const only = (refs: string[]) =>
    makeReport(store, { ...request, scope: { refs, words: '' } }, machine, untold());
  expect(await only([three, one])).toMatchObject({ value: { report: { scope: { refs: [one, three] } } } });
  expect(await only([one, two, 'NO-1'])).toEqual({
    ok: false,
    error: { code: 'unknown-refs', refs: `${two}, NO-1` },
  });
});

test.each([
  ['reading', 'reading'],
  ['writing', 'writing'],
] as const)('can be ended while it is %s', async (_name, stage) => {
  const store = await newStore();
  await store.commit([allegation('The mill burned.')], context);
  const ending = new AbortController();
  const onProgress = (_share: number, at: string): void => {
    if (at === stage) ending.abort();
  };
  expect(await makeReport(store, request, machine, { signal: ending.signal, onProgress })).toEqual({
    ok: false,
    error: { code: 'cancelled' },
  });
});

test('can be ended while it is printed, and says so when printing fails', async () => {
  const store = await newStore();
  const ending = new AbortController();
  const { Cancelled } = await import('./desk.ts');
  const endless: Machine['print'] = (_html, _about, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Cancelled()));
      ending.abort();
    });
  const pdf: ReportRequest = { ...request, formats: ['pdf'] };
  expect(
    await makeReport(store, pdf, { ...machine, print: endless }, { signal: ending.signal }),
  ).toMatchObject({ error: { code: 'cancelled' } });
  const broken: Machine['print'] = () => Promise.reject(new Error('out of paper'));
  expect(await makeReport(store, pdf, { ...machine, print: broken }, untold())).toEqual({
    ok: false,
    error: { code: 'print-failed', detail: 'out of paper' },
  });
});

test('a thread that dies is a problem, not silence', async () => {
  const store = await newStore();
  const dying = () => {
    const thread = threadHere();
    const post = thread.postMessage;
    thread.postMessage = (message, transfer) => {
      if ('ask' in message) void thread.terminate();
      else post.call(thread, message, transfer);
    };
    return Object.assign(thread, {
      on(event: string, listener: () => void) {
        // The end of a channel closes where a thread exits.
        (Object.getPrototypeOf(thread) as { on: (name: string, told: () => void) => void }).on.call(
          thread,
          event === 'exit' ? 'close' : event,
          listener,
        );
      },
    });
  };
  expect(await makeReport(store, request, { ...machine, startThread: dying }, untold())).toMatchObject({
    error: { code: 'report-failed' },
  });
});
