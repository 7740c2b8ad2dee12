import { useState } from 'react';
import type { Input } from '../../shared/api.ts';
import type { Refusal } from '../../shared/commands/command.ts';
import { publishingSentence } from '../../shared/messages/publishing-sentences.ts';
import type { Translate } from '../../shared/messages/translate.ts';
import type { RatingProblem } from '../../shared/publishing/rating-problems.ts';
import { useDraft } from '../drafts.ts';
import { unsavedSentence } from '../failure.ts';
import { run, type RunAnswer } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import type { Problem } from '../ui/entry-form.tsx';
import { useT } from '../ui/words.tsx';
import { closeForm } from '../ui-state.ts';

/** What a field shows of a draft, and how it changes it. */
export interface EntryField<V> {
  value: V;
  onChange: (value: V) => void;
  wrong: string | undefined;
}

/** A draft by its fields, each ready to be handed to what shows it. */
export type EntryFields<D> = { readonly [N in keyof D]: EntryField<D[N]> };

interface Entry<D> {
  draft: D;
  /** Changes the draft; what was wrong with it before is not said of it any more. */
  set: (part: Partial<D>) => void;
  at: EntryFields<D>;
  /** Why it could not be carried out. */
  problem: Problem | undefined;
  /** Says what is wrong; at the field `name`, which must be shown then, or else at the foot of the form. */
  setProblem: (sentence: string, name?: keyof D & string) => void;
  /** Throws away what was written, and the form with it. */
  cancel: () => void;
  /** Carries out what the form asks for, and says `done`; when that fails the form stays, with the reason. */
  carryOut: (command: Input<'run'>, done: string) => Promise<void>;
}

/**
 * What the forms of the inspector have in common: a draft that is kept until it is saved or thrown away. `also` is what
 * every change notes beside: where the form stands now, for whoever finds the draft elsewhere.
 */
export function useEntry<D extends object>(key: string, initial: D, also: Partial<D> = {}): Entry<D> {
  const t = useT();
  const [draft, change, clear] = useDraft(key, initial);
  const [problem, tell] = useState<Problem & { beside?: FieldSentences }>();
  const set = (part: Partial<D>): void => {
    tell(undefined);
    change({ ...draft, ...also, ...part });
  };
  const fields = Object.entries(draft).map(([name, value]) => [
    name,
    {
      value,
      onChange: (next: unknown) => set({ [name]: next } as Partial<D>),
      wrong: problem?.field === name ? problem.sentence : problem?.beside?.[name],
    },
  ]);
  const at = Object.fromEntries(fields) as EntryFields<D>;
  const cancel = (): void => {
    clear();
    closeForm();
  };
  const carryOut = async (command: Input<'run'>, done: string): Promise<void> => {
    const answer = await run(command);
    const unsaved = unsavedSentence(answer, t);
    const several = sentencesAt(answer, t);
    const [first] = Object.entries(several);
    if (first) return tell({ field: first[0], sentence: first[1], beside: several });
    if (unsaved !== null) {
      return tell({ sentence: unsaved, field: refusedFields(answer).find((name) => name in draft) ?? null });
    }
    cancel();
    announce(done);
  };
  const setProblem: Entry<D>['setProblem'] = (sentence, name) => tell({ sentence, field: name ?? null });
  return { draft, set, at, problem, setProblem, cancel, carryOut };
}

type FieldSentences = Readonly<Record<string, string>>;

/** The fields of a published rating that its problems are about. */
const FIELD_OF_RATING: Record<RatingProblem['code'], string> = {
  'claim-missing': 'claimReviewed',
  'address-not-absolute': 'url',
  'address-elsewhere': 'url',
  'first-not-absolute': 'firstAppearance',
  'appearance-not-absolute': 'appearances',
};

/** What is wrong with each of several fields, where a refusal is about more than one. */
function sentencesAt(answer: RunAnswer, t: Translate): FieldSentences {
  if (answer.ok || !('refusal' in answer.error)) return {};
  const { refusal } = answer.error;
  if (refusal.code !== 'not-to-be-rated') return {};
  return Object.fromEntries(
    refusal.problems.map((each) => [FIELD_OF_RATING[each.code], publishingSentence(each, t)]),
  );
}

/** The fields that refusals are about which do not name one themselves, as forms call them. */
const FIELDS_OF: Partial<Record<Refusal['code'], readonly string[]>> = {
  'reason-needed': ['reason'],
  'review-reason-needed': ['reason'],
  'decision-reason-needed': ['reason'],
  'basis-needed': ['basis'],
  'published-before-made': ['publishedOn'],
  'wording-needed': ['wording', 'proposed'],
  'denies-needed': ['denies'],
  'deadline-before-request': ['deadline'],
  'origin-is-evidence': ['originSource'],
  'origin-is-own-source': ['originSource'],
  'rating-unknown': ['ratingId'],
  'address-twice': ['url'],
};

/** What a refusal is about, by the names that a form may have for it. */
function refusedFields(answer: RunAnswer): readonly string[] {
  if (answer.ok || !('refusal' in answer.error)) return [];
  const { refusal } = answer.error;
  if (refusal.code === 'response-details-needed') return [refusal.missing];
  // The form for an attempt has one time, and calls it as every form calls when something happened.
  if ('field' in refusal) return refusal.field === 'attempt' ? ['on'] : [refusal.field];
  return FIELDS_OF[refusal.code] ?? [];
}
