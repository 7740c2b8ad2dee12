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

/** What became of putting it to a party: `asked` while the answer is awaited; declining is neither denial nor silence. */
export const RESPONSE_KINDS = ['asked', 'denied', 'confirmed', 'declined', 'no-reply', 'other'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** What a denial denies: all of the statement, a part of it, or something that the statement does not say. */
export const EXTENTS = ['all', 'part', 'else'] as const;
export type Extent = (typeof EXTENTS)[number];

export const PRIORITIES = ['low', 'normal', 'high'] as const;
export type Priority = (typeof PRIORITIES)[number];

/**
 * How reliable a source has been: the letters of the Admiralty code (NATO AJP-2.1, STANAG 2511). `F` says that it
 * cannot be judged, which is the honest default and no grade between the others.
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/**
 * How credible this piece of information is, apart from who brings it: the numbers of the same code. `1` means
 * confirmed by other sources, `6` that it cannot be judged.
 */
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export const EXHIBIT_KINDS = ['document', 'page', 'image', 'recording', 'call', 'other'] as const;
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number];

/** What a document came as: the text itself, Markdown, a page, a saved page with its parts, a word processor's file, pasted. */
export const DOCUMENT_FORMATS = ['text', 'markdown', 'html', 'mhtml', 'docx', 'pdf', 'rich-text'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/**
 * What a part of a document is that is more than a paragraph: `note` is a footnote or endnote, `boilerplate` what belongs
 * to the page and not to the text (menus, calls to subscribe), which nobody has to check.
 */
export const BLOCK_KINDS = ['heading', 'item', 'table', 'quote', 'caption', 'note', 'boilerplate'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * What a checker says of words that become no allegation: an opinion, or whatever else cannot be checked; checked, and
 * there is nothing to say; or that the hint to check them was turned down, which says nothing about the words.
 */
export const MARK_KINDS = ['opinion', 'nothing', 'dismissed'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/**
 * How an anchor stands in the newest version of its document: where it was, the same words elsewhere, words that are
 * nearly the same, the same words in several places, or nowhere.
 */
export const FITS = ['exact', 'moved', 'fuzzy', 'ambiguous', 'orphaned'] as const;
export type Fit = (typeof FITS)[number];
export const DOUBTS = ['moved', 'fuzzy', 'ambiguous', 'orphaned'] as const satisfies readonly Fit[];
export type Doubt = (typeof DOUBTS)[number];

/** What is put to the author or editor: a question, or another wording. */
export const QUERY_KINDS = ['question', 'wording'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** What came of a query: the text changes, or it stands. */
export const DECISIONS = ['change', 'stet'] as const;
export type QueryDecision = (typeof DECISIONS)[number];

/** How one allegation relates to another; `narrower` says that the first claims less than the second. */
export const RELATION_KINDS = ['contradicts', 'repeats', 'narrower'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** Which findings a second person must share before they meet the standard. */
export const SECOND_PERSONS = ['never', 'serious', 'always'] as const;

/** `checking` shows all the work; `checked` is for the editor: findings, corrections and what could not be verified. */
export const EDITIONS = ['checking', 'checked'] as const;
export type Edition = (typeof EDITIONS)[number];

/** What a claimant is to schema.org. */
export const CLAIMANT_TYPES = ['person', 'organization'] as const;
export type ClaimantType = (typeof CLAIMANT_TYPES)[number];

/** What a logo may be: pictures that every form of a report can hold. */
export const LOGO_TYPES = ['image/png', 'image/jpeg'] as const;
