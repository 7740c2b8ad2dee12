import { basename } from 'node:path';
import { problemSentence, refusalSentence } from '../../shared/messages/sentences.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { ReportProblem, RunFailure } from '../../shared/problems.ts';

/** What a verb may end with. With 1 to 4 nothing was changed. */
export const EXIT = {
  done: 0,
  /** Checked and found wanting: verify failed, or the standard refuses the move. */
  wanting: 1,
  usage: 2,
  /** The input cannot be read. */
  input: 3,
  /** The output cannot be written. */
  output: 4,
  /** Only Chromium can do this and this is plain Node; nothing was changed or said. The launcher goes on there. */
  needsChromium: 75,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Ends a verb: what to say on standard error, one line per problem, and the exit code. */
export class Stop extends Error {
  constructor(
    readonly exit: Exit,
    readonly lines: readonly string[],
  ) {
    super(lines[0] ?? '');
  }
}

/** What the verbs speak with. */
export interface Voice {
  t: Translate;
  out: (text: string) => void;
}

export function usage(t: Translate, key: string, params: Record<string, string> = {}): Stop {
  return new Stop(EXIT.usage, [`stet: ${t(`cli.${key}`, params)}`]);
}

/** A problem with a file, as `stet: FILE: what is wrong`. */
export function fileStop(exit: Exit, path: string, problem: { code: string }, t: Translate): Stop {
  return new Stop(exit, [`stet: ${path}: ${problemSentence(problem, t)}`]);
}

/** A command that was not carried out, with the exit code that says which kind of no it was. */
export function runStop(path: string, failure: RunFailure, t: Translate): Stop {
  if ('save' in failure) return fileStop(EXIT.output, path, failure.save, t);
  if (!('refusal' in failure)) throw new Error('a verb ran without a case');
  const { refusal } = failure;
  const exit = refusal.code === 'standard-not-met' ? EXIT.wanting : EXIT.usage;
  return new Stop(exit, [`stet: ${basename(path)}: ${refusalSentence(refusal, t)}`]);
}

/** How a verb ends when a report or a document could not leave. */
export function exitFor({ code }: ReportProblem): Exit {
  if (code === 'unknown-refs') return EXIT.usage;
  if (code === 'protected-found' || code === 'not-searched' || code === 'form-refused') return EXIT.wanting;
  return code === 'vault-damaged' ? EXIT.input : EXIT.output;
}
