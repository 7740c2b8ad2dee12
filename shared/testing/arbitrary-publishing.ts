import { caseInfo, type Case } from '../case/case.ts';
import type { CommandValue } from '../commands/index.ts';
import { publishing, rated } from './case-rated.ts';
import type { Dice } from './dice.ts';

/** For property tests only: what is done about publishing, right or wrong. */
export function onPublishing(
  kase: Case,
  { choose, one, maybe, text, words, idOf, when }: Dice,
): (() => CommandValue)[] {
  const { publisher, scale } = caseInfo(kase);
  const ids = scale?.ratings.map(({ id }) => id) ?? [];
  const address = (): string =>
    choose(9) === 0
      ? text()
      : one(['https://desk.example/a', 'https://desk.example/b#x', `https://desk.example/${choose(99)}`]);
  return [
    () => publishing({ publisher: maybe({ name: words(), url: address(), logo: maybe(address()) }) }),
    () =>
      publishing({
        publisher,
        scale: maybe({
          worst: null,
          best: null,
          ratings: [...ids, null].map((id, at) => ({ id, label: `${at} ${words()}`, value: null })),
        }),
      }),
    // Where nothing can be rated, it is seldom tried.
    ...[...Array(ids.length > 0 ? 3 : 0).keys()].map(
      () => (): CommandValue =>
        rated(idOf('allegations'), one(ids) ?? '', {
          url: address(),
          claimReviewed: words(),
          publishedOn: when(),
          claimantType: maybe('person'),
          firstAppearance: maybe(address()),
          appearances: choose(2) === 0 ? [] : [address()],
        }),
    ),
    () =>
      choose(3) === 0
        ? { type: 'rate-allegation', id: idOf('allegations'), rating: null }
        : rated(idOf('allegations'), one(ids) ?? ''),
  ];
}
