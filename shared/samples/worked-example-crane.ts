import type { Story } from './story.ts';
import { CALL_WITH_EMPLOYEE, PAYMENT_ORDER, QUAY_PICTURE, REGISTER_EXTRACT } from './worked-example-files.ts';
import type { Sources } from './worked-example-sources.ts';

const ASKILD = 'Peer Askild';
const MOREN = 'Ilsa Moren';
const BRANT = 'Brant Lifting';
const REVIEWER = 'Tomas Leng';

/** The contract and the crane: what was paid, whether it came, whose the firm is, and who knew. */
export function tellOfTheCrane(story: Story, sources: Sources): void {
  paid(story, sources);
  neverCame(story, sources);
  brotherInLaw(story, sources);
  knew(story);
}

/** One authenticated primary record is enough. */
function paid(story: Story, { authority, observer }: Sources): void {
  const id = story.allegation('Port Lindal paid 2.4 million crowns in March', {
    statement: 'The harbour authority of Port Lindal paid 2.4 million crowns for a crane in March 2025.',
    claimant: ASKILD,
    saidOn: '2025-04-03',
    saidWhere: 'Lindal Observer',
    happenedOn: '2025-03',
    touches: [BRANT, MOREN],
    tags: ['contract', 'figures'],
    priority: 'high',
  });
  const exhibitId = story.exhibit(PAYMENT_ORDER, {
    title: 'Payment order 2025/0311',
    publishedOn: '2025-03-11',
    capturedOn: '2025-04-04T08:20Z[Europe/Helsinki]',
    accessedOn: '2025-04-04',
    notes: 'Copied at the cashier’s office, where the book with the same number lay beside it.',
  });
  story.evidence(id, authority, {
    exhibitId,
    excerpt:
      'Amount: 2,400,000.00 crowns. For: One harbour crane, type BL 40, contract 2025/17, payment in full in advance.',
    locator: 'E1, lines 5 to 7',
    level: 'primary',
    authentication: 'Compared with the cash book at the counter: same number, same stamp, same sum.',
    credibility: '2',
    publishedOn: '2025-03-11',
    accessedOn: '2025-04-04',
  });
  story.evidence(id, observer, {
    stance: 'context',
    excerpt: 'A harbour crane for which Port Lindal paid 2.4 million crowns in March',
    locator: 'paragraph 1',
    origin: { type: 'unknown' },
    publishedOn: '2025-04-03',
  });
  story.run({
    type: 'verify-quote',
    id,
    how: 'The Observer’s recording of the talk was played to us; he says “two point four million in March”.',
  });
  story.move(id, {
    to: 'corroborated',
    reason:
      'The payment order is the record of the payment itself, and the cash book has it, too. It shows what was paid and when; it does not show what was delivered.',
  });
}

/** Two first-hand sources of distinct origins; a full denial stays visible all the same. */
function neverCame(story: Story, { observer, employee, askild }: Sources): void {
  const id = story.allegation('has never been delivered', {
    statement: 'The crane had not been delivered by 6 April 2025.',
    claimant: ASKILD,
    saidOn: '2025-04-03',
    saidWhere: 'Lindal Observer',
    happenedOn: '2025-04-06',
    touches: [BRANT, MOREN],
    tags: ['contract'],
    priority: 'high',
    serious: true,
  });
  const picture = story.exhibit(QUAY_PICTURE, {
    title: 'The quay, with the painted outline',
    kind: 'image',
    capturedOn: '2025-04-05T14:40Z[Europe/Helsinki]',
    accessedOn: '2025-04-05',
    notes:
      'Taken by our reporter from the harbour wall. In this example a drawing stands for the photograph.',
  });
  const call = story.exhibit(CALL_WITH_EMPLOYEE, {
    title: 'Notes of a call on 6 April',
    kind: 'call',
    capturedOn: '2025-04-06T16:24Z[Europe/Helsinki]',
    accessedOn: '2025-04-06',
  });
  story.evidence(id, observer, {
    exhibitId: picture,
    excerpt:
      'The outline for the crane is painted on the quay. Nothing stands there: no crane, no foundation, no parts.',
    locator: 'visit of 5 April, 17:40, E2',
    credibility: '2',
    accessedOn: '2025-04-05',
  });
  story.evidence(id, employee, {
    exhibitId: call,
    excerpt: 'Has seen no crane, no foundation and no delivery since January.',
    locator: 'call of 6 April, E3',
    credibility: '2',
    accessedOn: '2025-04-06',
  });
  story.evidence(id, askild, {
    excerpt: 'The money is gone and the quay is empty.',
    locator: 'call of 4 April',
    credibility: '3',
  });
  story.response(id, {
    party: BRANT,
    kind: 'denied',
    extent: 'all',
    denies: 'that it was not delivered',
    words: 'The crane was handed over on 28 March. We have nothing to add.',
    contact: 'Office, by e-mail',
    askedOn: '2025-04-04',
    deadline: '2025-04-07',
    on: '2025-04-07',
    channel: 'e-mail',
  });
  story.response(id, {
    party: MOREN,
    kind: 'declined',
    words: 'I will not speak about the crane while the board examines it.',
    askedOn: '2025-04-04',
    deadline: '2025-04-07',
    on: '2025-04-05',
    channel: 'telephone',
  });
  const reason =
    'Two who saw it themselves and have it from nobody, our reporter and a source on the quay, say that nothing is there. Brant Lifting denies it as a whole; asked for a delivery note it sent none.';
  story.run(
    {
      type: 'review-allegation',
      allegationId: id,
      state: 'corroborated',
      reason: 'I went there on 6 April and saw the same empty outline.',
      blind: true,
    },
    REVIEWER,
  );
  story.move(id, { to: 'corroborated', reason });
}

/** Evidence against it meets the same standard: denied, contradicted by evidence. */
function brotherInLaw(story: Story, { register, askild }: Sources): void {
  const id = story.allegation('The supplier, Brant Lifting, belongs to her brother-in-law', {
    statement: 'Brant Lifting belongs to the brother-in-law of Ilsa Moren.',
    claimant: ASKILD,
    saidOn: '2025-04-03',
    touches: [MOREN, BRANT],
    tags: ['contract', 'persons'],
    serious: true,
  });
  const exhibitId = story.exhibit(REGISTER_EXTRACT, {
    title: 'Extract from the company register',
    publishedOn: '2025-04-02',
    accessedOn: '2025-04-02',
    address: 'https://register.example/88-2041',
    archivedAddress: 'https://archive.example/20250402/register-88-2041',
  });
  story.evidence(id, register, {
    stance: 'contradicts',
    exhibitId,
    excerpt: 'Sole owner, since the founding: Lene Brant, Port Lindal.',
    locator: 'E4, line 5',
    level: 'primary',
    authentication: 'Drawn by us from the register’s own site; number and seal check there.',
    credibility: '2',
    publishedOn: '2025-04-02',
    accessedOn: '2025-04-02',
    address: 'https://register.example/88-2041',
  });
  story.evidence(id, askild, {
    excerpt: 'Everybody in town knows whose firm that is.',
    locator: 'call of 4 April',
    origin: { type: 'unknown' },
    credibility: '5',
  });
  story.response(id, {
    party: MOREN,
    kind: 'denied',
    extent: 'all',
    denies: 'being related to the owner',
    words: 'My sister’s husband is a teacher. I am not related to the owner of that firm.',
    on: '2025-04-05',
    channel: 'telephone',
  });
  story.response(id, {
    party: BRANT,
    kind: 'confirmed',
    words: 'Lene Brant owns the firm, alone, since 2019.',
    on: '2025-04-07',
    channel: 'e-mail',
  });
  story.run(
    {
      type: 'review-allegation',
      allegationId: id,
      state: 'denied',
      basis: 'evidence',
      reason: 'The register is the record of ownership. It says who owns it, not who profits.',
      blind: false,
    },
    REVIEWER,
  );
  story.move(id, {
    to: 'denied',
    basis: 'evidence',
    reason:
      'The register names another sole owner since the founding. That Moren denies it as well is noted, and would not have been enough.',
  });
  const q = story.query('belongs to her brother-in-law, according to him', {
    kind: 'wording',
    question: 'The register names Lene Brant as the only owner. As it stands the sentence harms Moren.',
    proposed:
      'is owned by Lene Brant, according to the company register; Askild calls her a relative of the director, which Moren denies',
    decider: 'editor',
    allegationId: id,
  });
  story.run({
    type: 'decide-query',
    id: q,
    decision: 'change',
    wording: null,
    reason: 'Agreed with the author on 8 April.',
    decidedBy: 'Hanne Olm, editor',
  });
}

/** Nobody can see into a head: contested, and the denial is of a part. */
function knew(story: Story): void {
  const id = story.allegation('“She knew that day that no crane would come,” Askild alleged', {
    statement: 'Ilsa Moren knew when she signed the contract that no crane would be delivered.',
    claimant: ASKILD,
    saidOn: '2025-04-03',
    touches: [MOREN],
    tags: ['persons'],
    serious: true,
    notes:
      'A claim about what somebody knew. Documents could show it; a denial alone cannot settle it either way.',
  });
  story.run({ type: 'verify-quote', id, how: 'Word for word on the Observer’s recording, minute 12.' });
  const response = story.response(id, {
    party: MOREN,
    kind: 'denied',
    extent: 'part',
    denies: 'that she knew; not that she signed',
    words: 'I signed in good faith and on the advice of the board.',
    contact: 'Director’s office',
    askedOn: '2025-04-04',
    deadline: '2025-04-07',
    on: '2025-04-05',
    channel: 'telephone',
  });
  story.run(
    {
      type: 'review-allegation',
      allegationId: id,
      state: 'unverified',
      why: 'insufficient',
      reason:
        'The minutes of the board are not here yet. Until then I would leave it open rather than call it denied.',
      blind: true,
    },
    REVIEWER,
  );
  story.move(id, {
    to: 'denied',
    basis: 'party',
    response: { id: response },
    override:
      'The standard wants a second person to agree, and Tomas Leng does not. Both of us are printed; the editor decided on 8 April to say that it is contested.',
    reason:
      'She denies a part of it: that she knew. There is no evidence either way. Denied says that it is contested, and nothing more.',
  });
}
