/**
 * The words by which English news says who says something. Lists to be read and argued about; a form that is
 * missing costs a hint, and one too many costs a glance.
 */
const wordsOf = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/));

/** Forms of verbs of saying that are hardly anything else behind somebody who can say something. */
export const SAYING = wordsOf(
  'said says told tells claimed alleged alleges estimated noted insisted insists stated argued argues asserted asserts announced announces',
  'confirmed confirms denied denies accused accuses suggested suggests warned warns admitted admits acknowledged acknowledges',
  'believed believes declared declares explained explains stressed stresses emphasized emphasised emphasizes emphasises testified testifies',
  'demanded urged urges wrote writes tweeted tweets posted predicted predicts revealed reveals conceded concedes concluded concludes',
  'described describes complained complains promised promises vowed vows pledged pledges rejected rejects dismissed dismisses disputed disputes',
  'responded responds replied replies asked asks boasted remarked reported expressed expresses contended contends threatened threatens',
  'reiterated reiterates condemned condemns blamed blames thinks considers recalled recounted quipped tweeted speculated',
);

/** Forms that are as often a noun or the plural of the verb, and need somebody right before them. */
export const ALSO_NOUNS = wordsOf(
  'claims estimates reports notes states calls demands say claim allege estimate insist argue believe deny warn suggest report note think acknowledge',
);

/** Forms that say something only before what is said: “added that”, “has called for”. */
export const BEFORE_CONTENT: Readonly<Record<string, RegExp>> = {
  added: /^(?:that\b|[,.:;\ufffc]|$)/,
  adds: /^(?:that\b|[,.:;\ufffc]|$)/,
  call: /^(?:for|on|it|him|her|them|the|this|that|\ufffc)/,
  called: /^(?:for|on|it|him|her|them|the|this|that|\ufffc)/,
  calls: /^(?:for|on|it|him|her|them|the|this|that|\ufffc)/,
  maintained: /^(?:that\b|[,.:;\ufffc]|$)/,
  maintains: /^(?:that\b|[,.:;\ufffc]|$)/,
  found: /^(?:that\b|no\b|evidence\b)/,
  shows: /^that\b/,
  showed: /^that\b/,
};

/** A claim that is made with a noun: “has made the claim”, “issues strong denials”. */
export const MADE_A_CLAIM =
  /^(?:mak(?:es|ing)|made|repeat(?:s|ed)|issu(?:es|ed)|denounce[sd]|leveled|levelled|voiced?) (?:(?:the|a|an|its|his|her|their|this|that|these) )?(?:[\p{Ll}-]+ )?(?:claim|allegation|accusation|assertion|statement|denial|warning|complaint)s?\b/u;

/** That somebody says it, and not who: the report's own distance. */
export const HEDGES =
  /(?<![\p{L}])(?:reportedly|allegedly|purportedly|supposedly|apparently|(?<!\p{L}[’']s )alleged(?! (?:that|to)\b)|rumou?red|unconfirmed|so-called|(?:said|believed|thought|reported|understood|alleged|known) to (?:be|have)|(?:declined|refused|declining|refusing) to comment)(?![\p{L}])/giu;

/** What may stand between somebody and the verb, besides words in -ly. */
export const BETWEEN = wordsOf(
  'has have had having also further then now later again still even already once never not did does do would will could may might must should',
  'is are was were be been being himself herself itself themselves yesterday today often always first since long too has',
);
export const PASSIVE = wordsOf('is are was were be been being');
export const NOT_ADVERBS = wordsOf('only family supply reply ally italy assembly july rally bully anomaly');

/** Those who speak, by what they are: persons. */
export const TITLES = wordsOf(
  'president minister general spokesman spokeswoman spokesperson chancellor premier senator governor mayor ambassador secretary chairman chairwoman',
  'chair director commander colonel captain lieutenant major sergeant admiral judge justice professor doctor lawyer attorney prosecutor detective king queen',
  'prince princess pope bishop archbishop cardinal rabbi imam congressman congresswoman representative lawmaker leader chief founder executive ceo',
  'officer official expert analyst economist scientist researcher author journalist reporter editor activist candidate owner manager head envoy diplomat',
  'mr mrs ms dr prof gen sen rep gov sir lord lady dame mp',
);

/** Those who speak, by what they are: bodies, groups and papers. */
export const BODIES = wordsOf(
  'government ministry department intelligence police army military navy parliament congress senate committee commission council court party union',
  'company firm bank agency office authority authorities administration embassy university institute organization organisation group association federation',
  'opposition regime kremlin service services forces officials spokesmen ministers generals presidents leaders lawyers prosecutors experts analysts economists',
  'scientists researchers critics supporters witnesses residents investigators lawmakers diplomats activists sources doctors observers soldiers prisoners',
  'scholars journalists editors people media newspaper outlet magazine report study survey poll investigation inquiry audit analysis statement data figures',
  'campaign team board panel jury inspectors officers teachers families relatives parents neighbours neighbors workers members source witness',
);

/** Words that describe those who speak. */
export const DESCRIBING = wordsOf(
  'senior former foreign prime deputy state local federal national regional vice acting chief general public defence defense finance interior health',
  'military government security press white house top several unnamed anonymous independent official high-ranking',
);

/** Capitalised at the beginning of a sentence, and no part of a name. */
export const NO_NAMES = wordsOf(
  'the a an this that these those it its he she they we you i his her their our my there here in on at by for from with as if when while although',
  'though but and or so yet however meanwhile after before since because what who why how where which not no some many most all both each every then',
  'now once also instead still under over between during until despite last earlier later today yesterday tomorrow two three four five several according',
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
  'nobody everybody somebody anybody everyone someone anyone another other such even only just first second third finally moreover furthermore nevertheless additionally nor whether did does do is are was were has have',
);
