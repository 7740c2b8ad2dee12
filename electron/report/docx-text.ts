import { Tab, type IRunOptions } from 'docx';
import { directionRuns } from '../../shared/text/direction.ts';
import { DIRECTING, isolated } from '../../shared/text/isolated.ts';
import { visible } from '../../shared/text/visible.ts';

/** The library puts the number of its own list in the place of this, also where people wrote it; not of its parts. */
const PLACEHOLDER = '{default-bullet-numbering-0}';

/** Text people wrote as the options of runs, each of one direction; line breaks and tabs are what they are. */
export function runsOf(text: string, options: IRunOptions = {}): IRunOptions[] {
  const shown = visible(text);
  return shown.split(/([\n\u2028\u2029\t])/).flatMap((part): IRunOptions[] => {
    if (part === '') return [];
    if (part === '\t') return [{ ...options, children: [new Tab()] }];
    if (/^[\n\u2028\u2029]$/.test(part)) return [{ ...options, break: 1 }];
    const closed = DIRECTING.test(part) ? isolated(part) : part;
    return directionRuns(closed).flatMap((run) =>
      (run.text.includes(PLACEHOLDER) ? run.text.split(/(?<=\{)/) : [run.text]).map((each) => ({
        ...options,
        text: each,
        ...(run.rtl ? { rightToLeft: true } : {}),
      })),
    );
  });
}

/** A comment has to have an author; where nobody gave a name, it is the program that says it. */
export const nameOrStet = (name: string): string => (name.trim() === '' ? 'Stet' : visible(name).trim());
