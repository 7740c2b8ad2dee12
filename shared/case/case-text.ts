import { caseInfo, type Case } from './case.ts';
import { KINDS, type Kind } from './records.ts';

/** What a case file says it is. */
export const FORMAT = 'stet-case';
/** The version of the format that this version of Stet writes. Older ones are migrated when opened. */
export const FORMAT_VERSION = 4;

/** The kinds of record that are lists in the file; the case's own record is spread over the top of the file. */
export const LISTED_KINDS = KINDS.filter((kind): kind is Exclude<Kind, 'case'> => kind !== 'case');

/** A case as it was at one moment. */
interface FrozenCase {
  head: Readonly<Record<string, unknown>>;
  lists: readonly { name: string; values: readonly unknown[]; length: number }[];
}

/** Takes a picture of a case. Records and events never change, so holding on to them is enough. */
function freeze(kase: Case): FrozenCase {
  return {
    head: { format: FORMAT, formatVersion: FORMAT_VERSION, ...caseInfo(kase), ...kase.extra },
    lists: [
      ...LISTED_KINDS.map((kind) => {
        const values = [...kase.records[kind].values()];
        return { name: kind, values, length: values.length };
      }),
      // History only grows: the part that is there now is the picture.
      { name: 'history', values: kase.history, length: kase.history.length },
    ],
  };
}

/**
 * The text of a case file, in pieces: JSON with one record per line, so that it can be compared line by line and
 * searched without Stet. Joined, the pieces are the whole file, which ends with a line feed. They tell of the case as
 * it is when this is called, whatever happens to it while they are being read.
 */
export function caseText(kase: Case): Generator<string> {
  return pieces(freeze(kase));
}

function* pieces({ head, lists }: FrozenCase): Generator<string> {
  yield '{\n';
  for (const [name, value] of Object.entries(head))
    yield `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  for (const [index, { name, values, length }] of lists.entries()) {
    yield `${JSON.stringify(name)}: [`;
    for (let at = 0; at < length; at++) yield `${at === 0 ? '\n' : ',\n'}${JSON.stringify(values[at])}`;
    yield `${length === 0 ? '' : '\n'}]${index === lists.length - 1 ? '' : ','}\n`;
  }
  yield '}\n';
}
