import type { Origin } from '../../shared/case/evidence.ts';
import type { Credibility, Level, Reliability, SourceKind, Stance } from '../../shared/case/words.ts';
import type { Input } from '../../shared/api.ts';
import type { Names } from '../../shared/queries/overview.ts';
import type { AllegationDetails } from '../../shared/queries/details.ts';
import { firstWrong, timeToType, typedTimes } from './times.ts';

type Item = AllegationDetails['evidence'][number];
type NamedExhibit = Names['exhibits'][number];

/** An evidence item as it is being written down. */
export interface EvidenceDraft {
  source: string;
  sourceKind: SourceKind;
  party: string;
  reliability: Reliability;
  confidential: boolean;
  interests: string;
  stance: Stance;
  excerpt: string;
  locator: string;
  level: Level;
  authentication: string;
  credibility: Credibility;
  /** `first-hand`, `derived-source`, `unknown`, or the id of the item it is derived from. */
  origin: string;
  /** The name of the source at which the trail ends; only with `derived-source`. */
  originSource: string;
  /** An exhibit as it is offered, `E3 · title`; its number is enough. Empty for none. */
  exhibit: string;
  publishedOn: string;
  accessedOn: string;
  address: string;
}

const EMPTY: EvidenceDraft = {
  source: '',
  // As where a source is entered by itself.
  sourceKind: 'person',
  party: '',
  reliability: 'F',
  confidential: false,
  interests: '',
  stance: 'supports',
  excerpt: '',
  locator: '',
  level: 'secondary',
  authentication: '',
  credibility: '6',
  origin: 'unknown',
  originSource: '',
  exhibit: '',
  publishedOn: '',
  accessedOn: '',
  address: '',
};

/** What the form begins with: nothing, or what is recorded. */
export function draftOf(item: Item | null, exhibitName: (exhibit: NamedExhibit) => string): EvidenceDraft {
  if (!item) return EMPTY;
  const { source, origin } = item;
  return {
    ...EMPTY,
    source: source.name,
    sourceKind: source.kind,
    stance: item.stance,
    excerpt: item.excerpt,
    locator: item.locator ?? '',
    level: item.level,
    authentication: item.authentication ?? '',
    credibility: item.credibility,
    origin: origin.type === 'derived' ? origin.evidenceId : origin.type,
    originSource: item.originSource ?? '',
    exhibit: item.exhibit ? exhibitName(item.exhibit) : '',
    publishedOn: timeToType(item.publishedOn),
    accessedOn: timeToType(item.accessedOn),
    address: item.address ?? '',
  };
}

type Fields = Omit<Extract<Input<'run'>, { type: 'add-evidence' }>, 'type' | 'allegationId'>;

/** What is wrong with a draft: the key of the sentence that says it, and the field it is about. */
interface Wrong {
  wrong: 'notADate' | 'originSourceNeeded' | 'exhibitUnknown';
  at: keyof EvidenceDraft;
}

/** The fields a draft stands for, or what is wrong with it. */
export function fieldsOf(
  draft: EvidenceDraft,
  { sources, exhibits }: Pick<Names, 'sources' | 'exhibits'>,
): Fields | Wrong {
  const typed = { publishedOn: draft.publishedOn, accessedOn: draft.accessedOn };
  const times = typedTimes(typed);
  if (times === 'wrong') return { wrong: 'notADate', at: firstWrong(typed) ?? 'publishedOn' };
  const idOf = (name: string): string | undefined => sources.find((each) => each.name === name.trim())?.id;
  const origin = originOf(draft, idOf(draft.originSource));
  if (origin === null) return { wrong: 'originSourceNeeded', at: 'originSource' };
  const exhibitId = exhibitOf(draft.exhibit, exhibits);
  if (exhibitId === undefined) return { wrong: 'exhibitUnknown', at: 'exhibit' };
  const known = idOf(draft.source);
  const { source: name, sourceKind: kind, party, reliability, confidential, interests } = draft;
  const { stance, excerpt, locator, level, authentication, credibility, address } = draft;
  return {
    source: known === undefined ? { name, kind, party, reliability, confidential, interests } : { id: known },
    stance,
    excerpt,
    locator,
    level,
    authentication: level === 'primary' ? authentication : null,
    credibility,
    origin,
    exhibitId,
    ...times,
    address,
  };
}

function originOf({ origin }: EvidenceDraft, sourceId: string | undefined): Origin | null {
  if (origin === 'first-hand' || origin === 'unknown') return { type: origin };
  if (origin !== 'derived-source') return { type: 'derived', evidenceId: origin };
  return sourceId === undefined ? null : { type: 'derived-source', sourceId };
}

/** The id of the exhibit whose number was typed; null for none, undefined where there is no such exhibit. */
function exhibitOf(typed: string, exhibits: Names['exhibits']): string | null | undefined {
  if (typed.trim() === '') return null;
  const number = Number(/^\s*E?(\d+)/iu.exec(typed)?.[1]);
  return exhibits.find((each) => each.number === number)?.id;
}
