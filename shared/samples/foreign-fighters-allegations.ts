import type { SampleAllegation } from './sample-allegation.ts';

/** What China denies, in the few words of a badge; then the words it was denied in. */
const INVOLVEMENT = 'being officially involved';
const EQUIPMENT = 'giving military equipment';

const NOT_INVOLVED = 'Beijing denies that it is officially involved';
const NOT_A_PARTY = 'neither the creator nor a party to the Ukrainian crisis';
const PRIVATE_INDIVIDUALS =
  'Any Chinese nationals who fight on Russia’s side, the government suggested, act as private individuals and represent neither the state nor its military.';
const NO_EQUIPMENT = 'China has denied throughout that it gives Russia military equipment';

/** In the order of the text, so that references run with the reading. */
export const FOREIGN_FIGHTERS_ALLEGATIONS: readonly SampleAllegation[] = [
  {
    passage: 'At least 155 of them, by his account, are fighting beside Russian troops.',
    statement: 'At least 155 Chinese citizens fight alongside Russian forces in Ukraine.',
    claimant: 'Volodymyr Zelensky',
    tags: ['chinese fighters', 'figures'],
    priority: 'high',
    serious: true,
    notes:
      'Zelensky also speaks of “several hundred”. The two figures do not contradict one another: “at least 155” sets a lower limit, and several hundred lies above it. Ask what each of them counts.',
    evidence: [
      {
        stance: 'supports',
        excerpt: 'At least 155 of them, by his account, are fighting beside Russian troops.',
      },
      {
        stance: 'context',
        excerpt: 'Ukrainian intelligence pointing to “several hundred” Chinese nationals',
      },
    ],
    responses: [{ party: 'China', kind: 'denied', extent: 'else', denies: INVOLVEMENT, words: NOT_INVOLVED }],
    move: {
      to: 'unverified',
      why: 'insufficient',
      reason:
        'One article passes on the figure of an interested party; the list or count behind it is not given. China’s denial is about official involvement and leaves open whether citizens fight. Next: ask Kyiv for the basis of the figure.',
    },
  },
  {
    passage: 'Ukrainian troops had taken two Chinese nationals prisoner in the Donetsk region',
    statement:
      'In the Donetsk region, Ukrainian troops captured two Chinese nationals who fought for Russia.',
    claimant: 'Ukraine',
    tags: ['chinese fighters', 'prisoners'],
    priority: 'high',
    serious: true,
    notes: 'The two are prisoners of war: weigh before showing names or faces.',
    evidence: [
      {
        stance: 'supports',
        excerpt: 'Ukrainian troops had taken two Chinese nationals prisoner in the Donetsk region',
      },
    ],
    responses: [
      { party: 'Russia', kind: 'declined', words: 'On the capture itself Russia declined to comment.' },
    ],
    move: {
      to: 'unverified',
      why: 'in-progress',
      reason:
        'The article tells of the capture without saying where it has it from. Russia declined to comment, which neither disputes nor supports it. Next: look for footage or documents of the two that can be dated and placed.',
    },
  },
  {
    passage: 'For the first time, Kyiv thereby officially alleges that China provides Russia with manpower.',
    statement: 'China supplies Russia with manpower for the war in Ukraine.',
    claimant: 'Ukraine',
    tags: ['chinese fighters', 'official involvement'],
    priority: 'high',
    serious: true,
    notes:
      'This is about the state. That citizens fight is another allegation; one can hold without the other. Ask Kyiv whether it says so itself or whether the article sums it up. “Neither the creator nor a party” denies that China is a party to the crisis, which is a part of this; “private individuals” is a suggestion and not a denial.',
    evidence: [
      {
        stance: 'context',
        excerpt:
          'For the first time, Kyiv thereby officially alleges that China provides Russia with manpower.',
      },
    ],
    responses: [
      { party: 'China', kind: 'denied', extent: 'all', words: NOT_INVOLVED },
      {
        party: 'China',
        kind: 'denied',
        extent: 'part',
        denies: 'being a party to the crisis',
        words: NOT_A_PARTY,
      },
      { party: 'China', kind: 'other', words: PRIVATE_INDIVIDUALS },
    ],
    move: {
      to: 'denied',
      reason:
        'China denies that it is officially involved, so the state this allegation is about contests it. Nothing found so far settles it either way.',
    },
  },
  {
    passage: '“several hundred” Chinese nationals who serve in Russia’s forces',
    statement: 'Several hundred Chinese nationals fight as part of Russia’s forces.',
    claimant: 'Volodymyr Zelensky',
    tags: ['chinese fighters', 'figures'],
    priority: 'high',
    serious: true,
    notes:
      'Does not contradict “at least 155”, which is the lower limit of something perhaps counted more strictly. Never add the two.',
    evidence: [
      {
        stance: 'supports',
        excerpt:
          'Ukrainian intelligence pointing to “several hundred” Chinese nationals who serve in Russia’s forces',
      },
    ],
    responses: [{ party: 'China', kind: 'denied', extent: 'else', denies: INVOLVEMENT, words: NOT_INVOLVED }],
    move: {
      to: 'unverified',
      why: 'insufficient',
      reason:
        'Rests on Ukrainian intelligence that the article does not show, passed on by Zelensky and then by the article. No second origin found yet.',
    },
  },
  {
    passage: 'Russia wins them over through social media',
    statement: 'Russia recruits Chinese citizens through social media.',
    claimant: 'Volodymyr Zelensky',
    tags: ['recruitment'],
    serious: true,
    evidence: [{ stance: 'supports', excerpt: 'Russia wins them over through social media, he says' }],
    move: {
      to: 'unverified',
      why: 'in-progress',
      reason:
        'An advertisement would be a primary record. Next: search for such posts in Chinese and Russian, capture each one with its address and date, and find out who placed it.',
    },
  },
  {
    passage: 'Beijing knows',
    statement: 'The Chinese government knows that Russia recruits Chinese citizens.',
    claimant: 'Volodymyr Zelensky',
    tags: ['recruitment', 'official involvement'],
    priority: 'high',
    serious: true,
    notes: 'To know of something is less than to be involved in it. Do not let the one stand for the other.',
    evidence: [{ stance: 'supports', excerpt: 'he alleges that Beijing knows' }],
    responses: [{ party: 'China', kind: 'denied', extent: 'else', denies: INVOLVEMENT, words: NOT_INVOLVED }],
    move: {
      to: 'unverified',
      why: 'insufficient',
      reason:
        'Nothing is offered in support. China denies official involvement; what it knew is another matter, and no answer to that is reported. Next: put the question to China in these words.',
    },
  },
  {
    passage: 'Recruits are reportedly trained in Moscow, given migration papers and paid.',
    statement: 'Chinese recruits are trained in Moscow, given migration documents and paid by Russia.',
    claimant: null,
    tags: ['recruitment'],
    notes:
      'The article says “reportedly” and names nobody. Three things in one sentence, and it leaves open who pays: find out who said it, then check each alone.',
  },
  {
    passage: 'act as private individuals and represent neither the state nor its military',
    statement: 'Chinese nationals who fight for Russia do so as private individuals.',
    claimant: 'China',
    tags: ['official involvement'],
    priority: 'high',
    notes:
      'Reported as something the government suggested. Checked by the same rules as Kyiv’s allegations: China cannot be its own evidence here.',
    evidence: [{ stance: 'supports', excerpt: PRIVATE_INDIVIDUALS }],
    move: {
      to: 'unverified',
      why: 'insufficient',
      reason:
        'China’s own word, in indirect speech. Contracts, or accounts of the recruits themselves, could show on whose behalf they went; none are at hand.',
    },
  },
  {
    passage: 'has always required its citizens to stay away from armed conflict areas',
    statement: 'China has always told its citizens to keep away from areas of armed conflict.',
    claimant: 'China',
    tags: ['official involvement'],
    notes:
      'Said by the spokesman Lin Jian. A rule that citizens are told to keep does not show that all of them keep it.',
    evidence: [
      {
        stance: 'supports',
        excerpt:
          'Its spokesman Lin Jian added that the country “has always required its citizens to stay away from armed conflict areas”',
      },
    ],
    move: {
      to: 'unverified',
      why: 'in-progress',
      reason:
        'Published warnings to citizens would be primary records. Next: collect them; “always” needs more than recent ones.',
    },
  },
  {
    passage: 'the number of North Korean soldiers who already fight beside Russian troops at about 11,000',
    statement: 'About 11,000 North Korean soldiers fight with Russian forces.',
    claimant: 'South Korean intelligence',
    tags: ['north korea', 'figures'],
    evidence: [
      {
        stance: 'supports',
        excerpt:
          'South Korean intelligence puts the number of North Korean soldiers who already fight beside Russian troops at about 11,000',
      },
    ],
    move: {
      to: 'unverified',
      why: 'insufficient',
      reason:
        'An estimate, and the article gives neither its date nor its method. Next: find the statement itself, and an estimate that does not rest on it.',
    },
  },
  {
    passage: 'a “deliberate step towards the expansion of the war”',
    statement: 'The involvement of Chinese citizens is a deliberate step towards expanding the war.',
    claimant: 'Ukraine',
    tags: ['opinion'],
    priority: 'low',
    notes:
      'The article does not name the speaker. That it was said can be checked; the intention behind a step cannot.',
    move: {
      to: 'unverified',
      why: 'not-checkable',
      reason: 'A judgement of intention. Report it as what Ukraine believes, never as a finding.',
    },
  },
  {
    passage: 'Zelensky sees a major escalation',
    statement: 'Chinese involvement amounts to a major escalation.',
    claimant: 'Volodymyr Zelensky',
    tags: ['opinion'],
    priority: 'low',
    move: {
      to: 'unverified',
      why: 'not-checkable',
      reason:
        'An assessment: no record says where an escalation becomes major. It also takes for granted that China is involved, which is open.',
    },
  },
  {
    passage: '“This offensive has already begun,”',
    statement: 'In eastern Ukraine a new Russian offensive has begun.',
    claimant: 'Oleksandr Syrskyi',
    tags: ['offensive'],
    notes: 'The article names the regions of Sumy and Kharkiv. It gives no day for the beginning.',
    evidence: [
      {
        stance: 'supports',
        excerpt:
          'Russia has begun a new offensive in the east of Ukraine, with heavier assaults in two regions',
      },
    ],
    move: {
      to: 'unverified',
      why: 'in-progress',
      reason:
        'The article says so itself and quotes Syrskyi, but not where it has it from. Next: records of attacks in both regions over time that do not come from either army.',
    },
  },
  {
    passage: 'Kyiv accuses it of supplying elements for Russian weapons.',
    statement: 'China supplies elements for Russia’s weapons.',
    claimant: 'Ukraine',
    tags: ['supplies'],
    priority: 'high',
    serious: true,
    notes:
      'The article does not say which elements. Parts with a civilian use may fall outside what China denies.',
    evidence: [{ stance: 'supports', excerpt: 'Kyiv accuses it of supplying elements for Russian weapons.' }],
    responses: [{ party: 'China', kind: 'denied', extent: 'part', denies: EQUIPMENT, words: NO_EQUIPMENT }],
    move: {
      to: 'unverified',
      why: 'insufficient',
      reason:
        'China denies giving military equipment, which answers a part of this: an element is not always equipment. Next: ask Kyiv which elements, found in which weapons, and how they got there.',
    },
  },
  {
    passage: 'The United States alleges that it helps Russia with munitions',
    statement: 'China helps Russia with munitions.',
    claimant: 'United States',
    tags: ['supplies'],
    priority: 'high',
    serious: true,
    notes:
      'The article tells this and the allegation about dual-use technology in one sentence. China’s denial fits only this one.',
    evidence: [
      { stance: 'supports', excerpt: 'The United States alleges that it helps Russia with munitions' },
    ],
    responses: [{ party: 'China', kind: 'denied', extent: 'all', words: NO_EQUIPMENT }],
    move: {
      to: 'denied',
      reason:
        'Munitions are military equipment, and China denies giving Russia any. The allegation stands contested; the evidence at hand settles nothing.',
    },
  },
  {
    passage: 'dual-use technology',
    statement: 'China helps Russia with dual-use technology.',
    claimant: 'United States',
    tags: ['supplies'],
    serious: true,
    responses: [{ party: 'China', kind: 'denied', extent: 'else', denies: EQUIPMENT, words: NO_EQUIPMENT }],
    notes:
      'Dual-use means that it serves civilians too. A denial of military equipment does not speak of it.',
  },
];
