/**
 * The closed sets of words the domain knows. Interface, report and file use these same words; a language file gives
 * each its translation under the set's name.
 */
export const STATES = ['unverified', 'corroborated', 'denied'] as const;
export type State = (typeof STATES)[number];

/** Why an allegation is unverified: the honest sub-reason. */
export const WHYS = ['not-started', 'in-progress', 'insufficient', 'conflicting', 'not-checkable'] as const;
export type Why = (typeof WHYS)[number];

/** What a denial rests on. A party's denial and contradicting evidence are different facts. */
export const BASES = ['party', 'evidence'] as const;
export type Basis = (typeof BASES)[number];

export const STANCES = ['supports', 'contradicts', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const LEVELS = ['primary', 'secondary'] as const;
export type Level = (typeof LEVELS)[number];

export const SOURCE_KINDS = ['person', 'record', 'dataset', 'outlet', 'institution', 'other'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const RESPONSE_KINDS = ['denied', 'confirmed', 'declined', 'no-reply', 'other'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** What a denial denies: all of the statement, a part of it, or something that the statement does not say. */
export const EXTENTS = ['all', 'part', 'else'] as const;
export type Extent = (typeof EXTENTS)[number];

export const PRIORITIES = ['low', 'normal', 'high'] as const;
export type Priority = (typeof PRIORITIES)[number];
