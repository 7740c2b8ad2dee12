import fs from 'node:fs';
import path from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import { CaseStore } from '../electron/case-store/case-store.ts';
import { makeReport, type Machine, type Made } from '../electron/report/make-report.ts';
import type { ReportFormat } from '../shared/report/formats.ts';
import { ratio, type Bench, type Benchmark } from './benchmark.ts';
import { copyDurably } from './copy.ts';
import { collectGarbage, duration, longestBlock } from './event-loop.ts';
import { printed } from './printing.ts';
import { summary } from './statistics.ts';
import type { Job, Worker } from './worker.ts';

const ROUNDS = 15;
const PRINTS = 2;

type Question =
  /** How long making a report takes. */
  | { make: ReportFormat[] }
  /** How long it takes to finish a PDF that Chromium printed. */
  | { finish: string }
  /** For how long making a report holds the event loop at most. */
  | { stall: ReportFormat[] }
  | 'stringify'
  /** Leaves the pages of the report in a file. */
  | { page: string };

/** Makes reports of a case again and again, and writes that case as JSON in turn with that. */
const reportingJob: Job<{ caseFile: string; folder: string; root: string }, Question, number> = {
  name: 'reporting',
  async begin({ caseFile, folder, root }) {
    const file = path.join(folder, 'case.stet');
    copyDurably(caseFile, file);
    const opened = await CaseStore.open(file);
    if (!opened.ok) throw new Error(`the case does not open: ${opened.error.code}`);
    const store = opened.value;
    const parsed: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    const startThread: Machine['startThread'] = () =>
      new Thread(path.join(root, 'dist/electron/report-worker.js'));
    const make = async (formats: readonly ReportFormat[], print: Machine['print'] = null): Promise<Made> => {
      const made = await makeReport(store, { ...REQUEST, formats }, { startThread, print }, untold());
      if (!made.ok) throw new Error(`the report was not made: ${made.error.code}`);
      return made.value;
    };
    return {
      async answer(question) {
        collectGarbage();
        if (question === 'stringify') return duration(async () => JSON.stringify(parsed));
        if ('make' in question) return duration(() => make(question.make));
        if ('stall' in question) return longestBlock(() => make(question.stall));
        if ('page' in question) {
          const [form] = (await make(['html'])).forms;
          fs.writeFileSync(question.page, form?.bytes ?? '');
          return 0;
        }
        const pdf = new Uint8Array(fs.readFileSync(question.finish));
        let began = 0;
        await make(['pdf'], async () => {
          began = performance.now();
          return pdf;
        });
        return performance.now() - began;
      },
      end: async () => void (await store.close()),
    };
  },
};

const REQUEST = {
  edition: 'checking',
  language: 'en',
  scope: { refs: null, words: '' },
  at: '2026-12-01T09:00:00Z',
  by: 'M. K.',
  version: '1',
  writesCase: true,
  // Nothing is protected in the case that is measured, so that nothing is searched for.
  search: null,
} as const;

const untold = () => ({ signal: new AbortController().signal });

/** What it takes until a report can be written to its file: reading the case, the pages, and the thread for them. */
export const reports: readonly Benchmark[] = [
  {
    names: ['report.html.1k'],
    job: reportingJob,
    async measure(bench) {
      const worker = await started(bench, 1_000);
      await worker.ask({ make: ['html'] });
      const pages: number[] = [];
      const strings: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        strings.push(await worker.ask('stringify'));
        pages.push(await worker.ask({ make: ['html'] }));
      }
      await worker.end();
      const against: [string, number[]] = ['JSON.stringify of the case', strings];
      const result = ratio(pages, against, { sign: '≤', limit: 5 }, bench.runtimes.electron);
      return { 'report.html.1k': result };
    },
  },
  {
    names: ['report.pdf.1k'],
    job: reportingJob,
    async measure(bench) {
      const worker = await started(bench, 1_000);
      await worker.ask({ make: ['html'] });
      const folder = bench.newFolder();
      const page = path.join(folder, 'report.html');
      await worker.ask({ page });
      const { pdf, own, plain } = await printed(bench, page, folder, PRINTS);
      const wholes: number[] = [];
      for (const print of own)
        wholes.push(print + (await worker.ask({ make: ['html'] })) + (await worker.ask({ finish: pdf })));
      await worker.end();
      const against: [string, number[]] = ['Chromium printing the same text as a plain tagged table', plain];
      const result = ratio(wholes, against, { sign: '≤', limit: 2 }, bench.runtimes.electron);
      const note = `${Math.round(summary(own).p50)} ms of it are Chromium's`;
      return { 'report.pdf.1k': { ...result, note } };
    },
  },
  {
    names: ['stall.report'],
    job: reportingJob,
    async measure(bench) {
      const worker = await started(bench, 10_000);
      const blocks: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        blocks.push(await worker.ask({ stall: ['html', 'csv', 'json'] }));
      await worker.end();
      const found = summary(blocks);
      const note = 'the longest block while a report of 10,000 allegations is made as HTML, CSV and JSON';
      return {
        'stall.report': {
          value: found.p50,
          unit: 'ms',
          target: { sign: '≤', limit: 100 },
          baseline: null,
          runtime: bench.runtimes.electron,
          note,
          ...found,
        },
      };
    },
  },
];

async function started(bench: Bench, allegations: number): Promise<Worker<Question, number>> {
  const input = {
    caseFile: await bench.caseFile(allegations),
    folder: bench.newFolder(),
    root: bench.app.root,
  };
  return bench.start(reportingJob, 'electron', input);
}
