import type { ReasonCode } from './reasons.ts';

// The words that are reasons to check an English sentence. Without the `u` flag, which is slower and finds the same.

const any = (...words: string[]): string => `(?:${words.join('|')})`;

const NUMBER_WORD = any(
  '(?:one|two|three)[- ](?:third|quarter|fifth)s?|a (?:third|quarter|fifth|majority|fraction)',
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve',
  '(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty',
  'hundreds?|thousands?|[mbtr]+illions?|dozens?|half|scores of|zero|twice|one in',
);
const MONTH =
  '(?:January|February|March|April|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)';
const UNIT = any('years?|months?|weeks?|days?|hours?|decades?|centur(?:y|ies)|quarters?');
const YEAR = '(?:1[5-9]\\d\\d|20\\d\\d)';
/** No part of a longer number, of a name like F-35 or of an amount. */
const YEAR_ALONE = `(?<![\\w$€£.,-])${YEAR}(?:[–/-]\\d{2,4}|s)?(?![\\d%]|[.,]\\d)`;

/** When something was. */
export const WHEN = new RegExp(
  any(
    `(?<!\\w)(?:${MONTH}|May(?=\\s\\d))(?:\\s\\d{1,2}(?:st|nd|rd|th)?(?!\\d))?(?:,?\\s${YEAR})?`,
    `(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)?\\s(?:${MONTH}|May)(?!\\w)(?:,?\\s${YEAR})?`,
    `(?<=\\b(?:[Ii]n|[Ll]ast|[Tt]his|[Nn]ext|[Ss]ince|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|[Uu]ntil)[\\s-])May(?=[\\s,.;])(?:,?\\s${YEAR})?`,
    '\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\\b',
    `\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{2,4}(?!\\d)`,
    `\\b\\d{1,2}(?::\\d\\d)?\\s?[ap]\\.?m\\b`,
    `(?:\\b[Ii]n the (?:early |late |mid-?)?|[’'])\\d{2,4}s\\b`,
    `(?:\\d[\\d,]{0,12}|${NUMBER_WORD}|\\ba|\\bone|\\bseveral|\\ba few|\\bmany)\\s${UNIT}\\s(?:ago|earlier|before|later)\\b`,
    `\\b(?:[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Pp]revious|[Rr]ecent)\\s(?:[a-z]+\\s)?(?:${UNIT}|night|spring|summer|autumn|fall|winter|weekend)\\b`,
    '\\b(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\\b',
    // A year that stands behind a number's usual neighbours is a number: “2000 people”.
    `${YEAR_ALONE}(?!\\s(?:[a-z]+s\\b|people|men|women|children|percent|per cent|million))`,
  ),
  'g',
);

const MORE_OR_LESS =
  '(?:at (?:least|most)|more than|less than|fewer than|over|under|up to|about|around|approximately|roughly|nearly|almost|some|an estimated|several|exactly|only|as many as|as few as|another)';
const COUNT = '(?:hundreds?|thousands?|dozens?|[mbtr]+illions?|bn|m|k)';
/** How many, with the words that say how exactly. */
export const FIGURE = new RegExp(
  `(?:\\b${MORE_OR_LESS}\\s)?${any(
    // 5th, 10km, 3.5bn
    `(?<![\\w-])[$€£¥₴]?(?<!\\w)\\d+(?:[.,]\\d+){0,9}[a-z]{1,3}(?!\\w)`,
    // Not F-35, G7 or COVID-19: digits in a name count nothing.
    `[$€£¥₴]?\\s?(?<!\\w|[a-z][-–])\\d+(?:[.,]\\d+){0,9}(?!\\w)(?:[\\s-]?(?:[%€₴]|percent\\b|per cent\\b|${COUNT}\\b))*`,
    `\\b${NUMBER_WORD}(?:[\\s-](?:${NUMBER_WORD}|percent|per cent))*\\b`,
  )}`,
  'gi',
);

const words = (...parts: string[]): RegExp => new RegExp(`\\b${any(...parts)}\\b`, 'gi');

/** Each reason that single words give. `only` before a number, and `not only`, claim nothing to be the only one. */
export const WORDS: readonly [ReasonCode, RegExp][] = [
  [
    'superlative',
    words(
      '(?:the|a|its|their|his|her|for the) (?:very )?first(?!-hand| lady| of all)',
      '(?:the|a) (?:second|third|fourth|last)(?= [a-z]+ (?:to|in|of|after|since|time)\\b)',
      '(?<!not )only(?! \\d)|sole(?:ly)?|never|always|ever',
      'all(?! right| of a sudden)(?<!\\b(?:at|after|above) all)|every|entire(?:ly)?|completely',
      'totally|no ?one|nobody|nothing|none|everyone|everybody|everything|nowhere|without exception',
      'no other|not a single|not one|(?:the )?most(?! likely)|(?:the )?least(?<!\\bat least)|best',
      'worst|unprecedented|unique(?:ly)?|record(?:[- ](?:high|low|number|breaking|level)s?)',
      'a record|historic|unanimous(?:ly)?',
      '(?:larg|bigg|high|low|long|short|old|young|great|small|strong|weak|fast|slow|rich|poor|dead|hard|hott|cold|clos|earli|saf|clean|busi|few|heavi|steep|cheap|wealthi|deadli|costli)est',
    ),
  ],
  [
    'change',
    words(
      'rose|risen|rises|rising|fell|fallen|falling|dropp(?:ed|ing)|drops',
      'declin(?:ed|es|ing)(?! to\\b)|increas(?:e[ds]?|ing|ingly)|decreas(?:e[ds]?|ing)',
      'doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing)|grew|grown',
      'grows|growing|shrank|shrunk|shrinking|surg(?:ed?|es|ing)|soar(?:ed|s|ing)?',
      'plung(?:ed?|es|ing)|plummet(?:ed|s|ing)?|jumped|climb(?:ed|s|ing)|slump(?:ed|s|ing)?',
      'expand(?:ed|s|ing)|reduc(?:ed?|es|ing)|cut(?:s|ting)?',
      'rais(?:ed|es|ing)(?! (?:questions?|concerns?|doubts?|tensions?|the question)\\b)',
      'lower(?:ed|s|ing)|lost|gain(?:ed|s|ing)|exceed(?:ed|s|ing)?|outpac(?:ed?|es|ing)',
      'escalat(?:ed?|es|ing|ion)|worsen(?:ed|s|ing)|improv(?:ed|es|ing)|intensif(?:ied|ies|ying)',
      'weaken(?:ed|s|ing)|(?:more|less|fewer)(?: [\\w-]+){0,4} than(?! \\d)',
      '(?:high|low|larg|great|small|bigg|long|short|fast|slow|bett|wors|strong|weak|old|young|rich|poor|cheap)(?:er|e)(?: [\\w-]+){0,3} than',
      'compared (?:to|with)|twice as|as (?:many|much|high|low) as|up from|down from',
      'times (?:as|more|higher|the)',
    ),
  ],
  [
    'causal',
    words(
      'because|led to|leads? to|leading to|caus(?:ed?|es|ing)|due to|owing to|thanks to',
      'as a (?:result|consequence)|result(?:ed|s|ing)? (?:in|from)|therefore|in response to',
      'trigger(?:ed|s|ing)|spark(?:ed|s|ing)|prompt(?:ed|s|ing)',
      '(?:is|are|was|were|be) (?:responsible|to blame) for|blam(?:ed?|es|ing)',
      'contribut(?:ed?|es|ing) to|driven by|stem(?:s|med)? from',
      // A conclusion is checked like a cause: does the one follow from the other?
      'suggest(?:s|ing)|indicat(?:es|ing)|impl(?:ies|ying)',
      '(?:this|that|it|which) (?:means|shows|proves)|proof',
    ),
  ],
  [
    'legal',
    words(
      'accus(?:ed?|es|ing|ations?)|convict(?:ed|ions?)|charged with|indict(?:ed|ments?)',
      'arrest(?:ed|s)?|detain(?:ed|s)?|prosecut[a-z]+|sued|lawsuits?|sentenced|jailed',
      'imprison(?:ed|ment)|guilty|illegal(?:ly|ity)?|unlawful(?:ly)?|unconstitutional(?:ly)?',
      'fraud(?:s|ulent|ulently)?|corrupt(?:ion|ly)?|brib(?:e[ds]?|es|ery|ing)',
      'crim(?:es?|inals?|inally)|felon(?:y|ies|s)|treason|perjur(?:y|ed)|murder(?:s|ed|ers?)?',
      'kill(?:ed|ing|ings|ers?)|manslaughter|rap(?:ed?|ist|ists)|assaulted',
      'sexual(?:ly)? (?:assault|abuse|harass)[a-z]*|tortur(?:ed?|ing)|abus(?:ed?|es|ive)',
      'harass(?:ed|ment|ing)|theft|st(?:ole|olen|ealing)|embezzl[a-z]+|launder(?:ed|ing)',
      'smuggl(?:ed?|ing|ers?)|traffick(?:ed|ing|ers?)|tax evasion|evad(?:ed?|ing) tax(?:es)?',
      'extort(?:ed|ion)|blackmail(?:ed)?|violat(?:ed?|es|ing|ions?)|breach(?:ed|es)?|genocide',
      'terroris[mt]s?|espionage|spying|spies|hack(?:ed|ing)|leak(?:ed|ing)|negligen(?:t|ce)',
      'misconduct|cover(?:ed)?[- ]up|plagiari[sz][a-z]+|war crimes?|massacred?|atrocit(?:y|ies)',
      'discriminat(?:ed|ion|ing)|defam[a-z]+|libel(?:ed|led|lous)?|colluded?|collusion',
      'rigg(?:ed|ing)|lied|lying|liars?',
    ),
  ],
  [
    'record',
    words(
      'laws?|bill|legislation|treat(?:y|ies)|agreements?|constitution(?:al)?|regulations?|statutes?',
      'sanctions?|polic(?:y|ies)|budgets?|contracts?|rulings?|verdicts?|court|stud(?:y|ies)',
      'surveys?|polls?|(?:a|the|new|annual|official|recent|police) reports?|data|statistics|figures',
      'census|documents?|records|evidence|intelligence|investigations?|audits?|inquir(?:y|ies)',
    ),
  ],
];
