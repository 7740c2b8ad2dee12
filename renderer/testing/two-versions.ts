import { toCodePoints } from '../../shared/text/code-points.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { made } from './open-window.tsx';

/** An invented text in two versions, in which the passages below stand in every way they can. */
export const FIRST = `Fire destroys the mill of Lindal

The mill burned down on Monday, and three of the houses beside it with it. 🔥 The fire brigade came from four towns and worked until the morning of the next day.

The mayor of Lindal said on Tuesday at the gate of the mill that nobody was hurt, since all who lived in the houses had been warned in time by a neighbour.

Twelve people were in the building when the fire began in the store of grain, as a list at the gate shows.

The owner had asked for a new alarm in March; a letter says so.

The town will pay. The insurance denied that it ever covered the mill.`;

export const SECOND = `The mayor of Lindal said on Tuesday at the gate of the mill that nobody was hurt, since all who lived in the houses had been warned in time by a neighbour.

Fire destroys the mill of Lindal

The mill burned down on Monday, and three of the houses beside it with it. 🔥 The fire brigade came from four towns and worked until the morning of the next day.

Corrected on Wednesday: the number of people in the building was wrong.

Fourteen people were in the building when the fire began in the store of grain, as a list at the gate shows.

The town will pay. So a note of the council has it. But what it will not say is when. The town will pay.`;

/** Words of the first version, by what becomes of them in the second. */
export const WORDS = {
  exact: 'three of the houses beside it',
  moved: 'nobody was hurt',
  fuzzy: 'Twelve people were in the building when the fire began',
  orphaned: 'The owner had asked for a new alarm in March; a letter says so.',
  ambiguous: 'The town will pay.',
} as const;
type Name = keyof typeof WORDS;

interface TwoVersions {
  firstId: string;
  secondId: string;
  /** The allegations, by what becomes of their passage. */
  ids: Record<Name, string>;
}

/** The span of words where they stand first in a text, in code points. */
export function spanOf(documentId: string, text: string, words: string) {
  const start = toCodePoints(text, text.indexOf(words));
  return { documentId, start, end: start + toCodePoints(words, words.length) };
}

/** Adds a document with a passage of each kind, FOR-001 to FOR-005 in the order of `WORDS`, then its second version. */
export async function twoVersions(bridge: FakeBridge): Promise<TwoVersions> {
  const given = { title: 'Mill', format: 'text', fileName: null } as const;
  const firstId = await made(bridge, 'documents', { type: 'add-document', ...given, text: FIRST });
  const ids = { exact: '', moved: '', fuzzy: '', orphaned: '', ambiguous: '' };
  for (const name of Object.keys(WORDS) as Name[]) {
    const passage = spanOf(firstId, FIRST, WORDS[name]);
    const statement = WORDS[name];
    ids[name] = await made(bridge, 'allegations', { type: 'record-allegation', statement, passage });
  }
  const next = { type: 'add-version', ...given, previousId: firstId, text: SECOND } as const;
  return { firstId, secondId: await made(bridge, 'documents', next), ids };
}
