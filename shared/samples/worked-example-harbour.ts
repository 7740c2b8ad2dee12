import type { Story } from './story.ts';
import type { Sources } from './worked-example-sources.ts';

const ASKILD = 'Peer Askild';
const BRANT = 'Brant Lifting';
const AUTHORITY = 'Harbour authority';

const WIRE =
  'The ministry of transport has opened an investigation into the crane contract of Port Lindal, a person close to the ministry said on Wednesday.';

/** The rest of the article: tenders, the accident, the investigation, and what cannot be checked. */
export function tellOfTheHarbour(story: Story, sources: Sources): void {
  tenders(story, sources);
  secondBidder(story, sources);
  injured(story, sources);
  investigation(story, sources);
  worstRun(story);
}

/** An override, and two figures that look in conflict and are not. */
function tenders(story: Story, { observer }: Sources): void {
  const atLeast = story.allegation('At least three harbour tenders since 2021 went to Brant Lifting', {
    statement: 'At least three harbour tenders since 2021 went to Brant Lifting.',
    claimant: 'Lindal Observer',
    saidOn: '2025-04-03',
    touches: [BRANT, AUTHORITY],
    tags: ['tenders', 'figures'],
  });
  story.evidence(atLeast, observer, {
    excerpt: 'Three award notices, of 2021, 2022 and 2024, each to Brant Lifting.',
    locator: 'folder “Awards” of the harbour board, seen in its reading room on 7 April',
    level: 'primary',
    credibility: '2',
    accessedOn: '2025-04-07',
  });
  story.response(atLeast, {
    party: AUTHORITY,
    kind: 'asked',
    contact: 'Press office',
    askedOn: '2025-04-07',
    deadline: '2025-04-09T12:00Z[Europe/Helsinki]',
    channel: 'e-mail',
  });
  const request = [...story.kase.records.responses.keys()].at(-1) ?? '';
  story.run({
    type: 'log-attempt',
    id: request,
    on: '2025-04-08',
    channel: 'telephone',
    note: 'No one picked up between 9 and 11.',
  });
  story.run({
    type: 'log-attempt',
    id: request,
    on: '2025-04-09',
    channel: 'at the door',
    note: 'Asked to write an e-mail, which we had.',
  });
  story.move(atLeast, {
    to: 'corroborated',
    override:
      'The notices may be read but not copied, so they could not be authenticated as the standard asks. Two of us read them together.',
    reason: 'Three award notices name the firm. More there may be; fewer there are not.',
  });
  const several = story.allegation('Askild speaks of “several”', {
    statement: 'Brant Lifting won several tenders of the harbour.',
    claimant: ASKILD,
    saidOn: '2025-04-03',
    touches: [BRANT],
    tags: ['tenders', 'figures'],
  });
  story.move(several, {
    to: 'unverified',
    why: 'in-progress',
    reason: 'How many “several” is, Askild would not say. Asked again for a list.',
  });
  story.run({
    type: 'relate-allegations',
    fromId: atLeast,
    toId: several,
    kind: 'narrower',
    note: '“At least three” and “several” do not contradict: one sets a lower limit, the other gives none.',
  });
  const q = story.query('papers seen by this newspaper suggest', {
    kind: 'question',
    question:
      'Which papers, and may we say where they were seen? “Suggest” is weaker than what the notices show.',
    proposed: null,
    decider: 'author',
    allegationId: atLeast,
  });
  story.run({
    type: 'decide-query',
    id: q,
    decision: 'stet',
    wording: null,
    reason: 'The reading room must not be named, and “suggest” is meant: nobody could take copies.',
    decidedBy: 'Ivo Hald, author',
  });
}

/** Found to meet the standard, until one of the two turned out to have it from the other. */
function secondBidder(story: Story, { bidder, tidings, radio }: Sources): void {
  const id = story.allegation('a second bidder had asked 400,000 crowns less', {
    statement: 'A second bidder offered the crane for 400,000 crowns less than Brant Lifting.',
    claimant: 'Lindal Observer',
    saidOn: '2025-04-03',
    happenedOn: '2025-02',
    touches: ['Northern Cranes', AUTHORITY],
    tags: ['tenders', 'figures'],
  });
  const own = story.evidence(id, tidings, {
    excerpt:
      'Our reporter sat in when the offers were opened: two million from the north, two point four from Brant.',
    locator: 'issue of 4 February 2025, page 3',
    publishedOn: '2025-02-04',
    accessedOn: '2025-04-05',
    credibility: '3',
  });
  const second = story.evidence(id, radio, {
    excerpt:
      'At the opening of the offers, two million from the north, two point four from Brant, it was heard.',
    locator: 'evening news, 4 February 2025, minute 6',
    publishedOn: '2025-02-04',
    accessedOn: '2025-04-05',
    credibility: '3',
  });
  story.evidence(id, bidder, {
    excerpt: 'We offer the crane described at 2,000,000 crowns.',
    locator: 'page 1',
    level: 'primary',
    authentication: 'Letterhead and signature compared with an earlier offer.',
    credibility: '2',
    publishedOn: '2025-02-03',
  });
  story.move(id, {
    to: 'corroborated',
    reason:
      'Two who were in the room report the same two sums. The bidder’s own offer is a touched party’s and adds nothing.',
  });
  // A week later: the radio had it from the newspaper. The finding stays, and is marked, until somebody decides.
  story.run({ type: 'edit-evidence', id: second, origin: { type: 'derived', evidenceId: own } });
}

/** Both sides meet the standard: the honest state is unverified, conflicting evidence. */
function injured(story: Story, { union, inspectorate }: Sources): void {
  const id = story.allegation('In the autumn of 2024 two men were injured when its cable broke', {
    statement: 'Two men were injured in the autumn of 2024 when the cable of the old crane broke.',
    claimant: 'Dockers’ Union, at a meeting',
    saidOn: '2024-11-18',
    happenedOn: '2024-10-09',
    touches: [AUTHORITY],
    tags: ['accident'],
    serious: true,
    priority: 'high',
  });
  story.evidence(id, union, {
    excerpt: '9 October, cable of the old crane broken, two injured, taken to hospital.',
    locator: 'file 2024/61, sheet 1',
    level: 'primary',
    authentication: 'Original seen; the union’s stamp and the hospital’s receipt are in the file.',
    credibility: '2',
    accessedOn: '2025-04-06',
  });
  story.evidence(id, inspectorate, {
    stance: 'contradicts',
    excerpt: '9 October: crane cable frayed and exchanged. Persons injured: none.',
    locator: 'register 2024, entry 418',
    level: 'primary',
    authentication: 'Extract with seal, sent by the inspectorate.',
    credibility: '3',
    accessedOn: '2025-04-08',
  });
  story.response(id, {
    party: AUTHORITY,
    kind: 'no-reply',
    askedOn: '2025-04-04',
    deadline: '2025-04-08',
    channel: 'e-mail',
  });
  story.move(id, {
    to: 'unverified',
    why: 'conflicting',
    reason: 'Two authenticated records say opposite things. Next: the hospital’s own list, and both men.',
  });
  story.query('two men were injured when its cable broke', {
    kind: 'question',
    question: 'The inspectorate’s register says nobody was injured. May we name both records?',
    proposed: null,
    decider: 'editor',
    allegationId: id,
  });
}

/** Many reports, one origin; a circle; and nearly the same words. */
function investigation(story: Story, { agency, radio, tidings, notes, forum }: Sources): void {
  const id = story.allegation('The ministry of transport has opened an investigation', {
    statement: 'The ministry of transport has opened an investigation into the crane contract.',
    claimant: 'Kestrian media',
    saidOn: '2025-04-02',
    touches: ['Ministry of transport', AUTHORITY],
    tags: ['investigation'],
  });
  const wire = story.evidence(id, agency, {
    excerpt: WIRE,
    locator: 'wire of 2 April, 11:05',
    origin: { type: 'unknown' },
    publishedOn: '2025-04-02T08:05Z[Europe/Helsinki]',
    credibility: '3',
  });
  story.evidence(id, radio, {
    excerpt: WIRE.replace('a person close to the ministry said on Wednesday', 'sources said'),
    locator: 'noon news, 2 April',
    origin: { type: 'derived', evidenceId: wire },
    publishedOn: '2025-04-02',
  });
  story.evidence(id, tidings, {
    excerpt: WIRE,
    locator: 'page 1',
    origin: { type: 'unknown' },
    publishedOn: '2025-04-03',
  });
  const blog = story.evidence(id, notes, {
    excerpt: 'It is all over the forum: they are being investigated.',
    locator: 'entry of 3 April',
    publishedOn: '2025-04-03',
  });
  const thread = story.evidence(id, forum, {
    excerpt: 'See Quayside Notes, they have it.',
    locator: 'thread 88, post 4',
    origin: { type: 'derived', evidenceId: blog },
    publishedOn: '2025-04-03',
  });
  story.run({ type: 'edit-evidence', id: blog, origin: { type: 'derived', evidenceId: thread } });
  story.response(id, {
    party: 'Ministry of transport',
    kind: 'declined',
    words: 'We do not comment on whether there are investigations.',
    contact: 'Spokeswoman',
    askedOn: '2025-04-03',
    on: '2025-04-03',
    channel: 'telephone',
  });
  story.move(id, {
    to: 'unverified',
    why: 'insufficient',
    reason:
      'Five reports, and not one origin that is known: all go back to a person nobody names, or to one another. Declining to comment is neither a denial nor a confirmation.',
  });
}

function worstRun(story: Story): void {
  const id = story.allegation('Port Lindal, Askild added, is the worst-run harbour on the coast', {
    statement: 'Port Lindal is the worst-run harbour on the coast.',
    claimant: ASKILD,
    saidOn: '2025-04-03',
    tags: ['opinion'],
    priority: 'low',
  });
  story.move(id, {
    to: 'unverified',
    why: 'not-checkable',
    reason: 'An opinion. It is his to have, and ours to attribute.',
  });
}
