import type { Context } from '../events/event.ts';
import { sampleCase } from './foreign-fighters.ts';
import { workedExample, type SampleCase } from './worked-example.ts';

/** A case that ships with Stet. It is built when it is asked for, so that its times and ids are the reader's own. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What its file is called when it is first written. */
  readonly fileName: string;
  readonly build: (context: Context) => SampleCase;
}

export const SAMPLES = [
  {
    id: 'foreign-fighters',
    title: 'Foreign fighters',
    fileName: 'Foreign fighters.stet',
    build: (context: Context) => ({ kase: sampleCase(context), files: [], identities: [] }),
  },
  {
    id: 'worked-example',
    title: 'The crane of Port Lindal',
    fileName: 'The crane of Port Lindal.stet',
    build: workedExample,
  },
] as const satisfies readonly Sample[];
