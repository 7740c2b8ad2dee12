import type { Case } from '../case/case.ts';
import type { Translate } from '../messages/translate.ts';
import type { Found, Place } from './found.ts';
import type { Matcher } from './matcher.ts';

/** What a thing that was found belongs to, as it may be called; null where even that would tell. */
type About = { kind: 'source'; name: string } | { kind: 'exhibit'; number: number } | null;

/** A place where something protected stands, and what to open to put it right. */
export interface ProtectedPlace extends Found {
  about: About;
}

/** Why a file does not leave. The places come in the order of the file, `more` were found beside them. */
export interface ProtectedFound {
  code: 'protected-found';
  places: ProtectedPlace[];
  more: number;
}

/** So many places are told; whoever puts these right asks again. */
const TOLD = 20;

/**
 * What was found, as it may be told: a source is called by its agreed description, unless a protected string stands in
 * that. Null when nothing was found.
 */
export function protectedFound(
  found: readonly Found[],
  { records }: Case,
  matcher: Pick<Matcher, 'isIn'>,
): ProtectedFound | null {
  if (found.length === 0) return null;
  const aboutOf = ({ what, id }: Found): About => {
    const number = records.exhibits.get(id)?.number;
    if (what.startsWith('exhibit') && number !== undefined) return { kind: 'exhibit', number };
    const source = records.sources.get(id);
    return source?.confidential && !matcher.isIn(source.name) ? { kind: 'source', name: source.name } : null;
  };
  const places = found.slice(0, TOLD).map((each) => ({ ...each, about: aboutOf(each) }));
  return { code: 'protected-found', places, more: found.length - places.length };
}

export function isProtectedFound(problem: { code: string }): problem is ProtectedFound {
  return problem.code === 'protected-found' && 'places' in problem;
}

/** What was found, in a sentence: in how many places, and each of them with what it is. Never a protected string. */
export function foundSentence({ places, more }: ProtectedFound, t: Translate): string {
  const lines = places.map(({ place, what, about }) =>
    t('protection.place', {
      place: placePhrase(place, t),
      what: t(`protection.whats.${what}`, { about: aboutPhrase(about, t) }),
    }),
  );
  const rest = more > 0 ? [t('protection.more', { count: more })] : [];
  const all = [...lines, ...rest].join('; ');
  return `${t('protection.found', { count: places.length + more })} ${all}.`;
}

function placePhrase(place: Place, t: Translate): string {
  const untold = 'text' in place && place.text === '';
  return t(`protection.places.${untold ? 'untold.' : ''}${place.code}`, { ...place });
}

function aboutPhrase(about: About, t: Translate): string {
  if (about === null) return t('protection.about.someSource');
  if (about.kind === 'source') return t('protection.about.source', { name: about.name });
  return t('protection.about.exhibit', { number: about.number });
}
