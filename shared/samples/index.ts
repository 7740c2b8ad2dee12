import type { Case } from '../case/case.ts';
import type { Context } from '../events/event.ts';
import { sampleCase } from './foreign-fighters.ts';

/** A case that ships with Stet. It is built when it is asked for, so that its times and ids are the reader's own. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What its file is called when it is first written. */
  readonly fileName: string;
  readonly build: (context: Context) => Case;
}

export const SAMPLES = [
  {
    id: 'foreign-fighters',
    title: 'Foreign fighters',
    fileName: 'Foreign fighters.stet',
    build: sampleCase,
  },
] as const satisfies readonly Sample[];
