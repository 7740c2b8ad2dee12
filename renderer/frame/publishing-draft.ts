import type { HouseScale, Publisher } from '../../shared/case/publishing.ts';
import type { Input } from '../../shared/api.ts';
import type { PublishingProblem } from '../../shared/publishing/publishing-problems.ts';

/** A rating of the scale as it is written; `key` tells the lines apart while they are. */
export interface RatingLine {
  key: string;
  /** Null for a new one. */
  id: string | null;
  label: string;
  value: string;
}

/** Who publishes, and the scale, as they are written. */
export interface PublishingDraft {
  name: string;
  url: string;
  logo: string;
  worst: string;
  best: string;
  ratings: RatingLine[];
}

/** The fields that something can be wrong with: those of the draft, and `label` and `value` of a line by its key. */
export type FieldName = Exclude<keyof PublishingDraft, 'ratings'> | `label:${string}` | `value:${string}`;

const numberToType = (number: number | null): string => (number === null ? '' : String(number));

export function draftOf(publisher: Publisher | null, scale: HouseScale | null): PublishingDraft {
  return {
    name: publisher?.name ?? '',
    url: publisher?.url ?? '',
    logo: publisher?.logo ?? '',
    worst: numberToType(scale?.worst ?? null),
    best: numberToType(scale?.best ?? null),
    ratings: (scale?.ratings ?? []).map(({ id, label, value }) => ({
      key: id,
      id,
      label,
      value: numberToType(value),
    })),
  };
}

/** One more line, empty, with a key that none of these has. */
export function withLine(ratings: readonly RatingLine[]): RatingLine[] {
  const numbers = ratings.map(({ key }) => Number(/^new-(\d+)$/.exec(key)?.[1] ?? 0));
  return [...ratings, { key: `new-${Math.max(0, ...numbers) + 1}`, id: null, label: '', value: '' }];
}

/** A number as people write it, also with a comma; null for nothing. */
function numberTyped(text: string): number | null | 'wrong' {
  const written = text.trim().replace(',', '.');
  if (written === '') return null;
  return /^\d{1,9}(\.\d{1,6})?$/.test(written) ? Number(written) : 'wrong';
}

/** Whether a line says nothing and stands for nothing, so that it is passed over. */
const isBlank = ({ id, label, value }: RatingLine): boolean =>
  id === null && label.trim() === '' && value.trim() === '';

type Command = Extract<Input<'run'>, { type: 'change-publishing' }>;

/** The command that a draft asks for, or the fields that should have a number in them and have none. */
export function commandOf(draft: PublishingDraft): Command | { notNumbers: FieldName[] } {
  const { name, url, logo } = draft;
  const lines = draft.ratings.filter((line) => !isBlank(line));
  const typed: [FieldName, number | null | 'wrong'][] = [
    ['worst', numberTyped(draft.worst)],
    ['best', numberTyped(draft.best)],
    ...lines.map(({ key, value }): [FieldName, number | null | 'wrong'] => [
      `value:${key}`,
      numberTyped(value),
    ]),
  ];
  const notNumbers = typed.flatMap(([field, number]) => (number === 'wrong' ? [field] : []));
  if (notNumbers.length > 0) return { notNumbers };
  const [worst = null, best = null, ...values] = typed.map(([, number]) =>
    number === 'wrong' ? null : number,
  );
  const nobody = [name, url, logo].every((text) => text.trim() === '');
  const nothing = lines.length === 0 && worst === null && best === null;
  return {
    type: 'change-publishing',
    publisher: nobody ? null : { name, url, logo },
    scale: nothing
      ? null
      : {
          worst,
          best,
          ratings: lines.map(({ id, label }, at) => ({ id, label, value: values[at] ?? null })),
        },
  };
}

const FIELDS: Partial<Record<PublishingProblem['code'], FieldName>> = {
  'publisher-without-name': 'name',
  'publisher-without-address': 'url',
  'logo-not-absolute': 'logo',
  'half-a-scale': 'worst',
  'scale-out-of-order': 'worst',
};

/** The field that a problem is about; null where it is about the scale as a whole. */
export function fieldOf(problem: PublishingProblem, { ratings }: PublishingDraft): FieldName | null {
  if (!('at' in problem)) return FIELDS[problem.code] ?? null;
  const line = ratings.filter((each) => !isBlank(each))[problem.at];
  if (!line) return null;
  return problem.code.startsWith('label') ? `label:${line.key}` : `value:${line.key}`;
}
