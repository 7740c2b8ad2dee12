import type { Story } from './story.ts';

/** The sources of the worked example, by what the story calls them. */
export type Sources = ReturnType<typeof sourcesOf>;

/** Enters the sources, with what is known of their interests and how far each could be relied on so far. */
export function sourcesOf(story: Story) {
  const authority = story.source({
    name: 'Cashier’s office of the harbour authority',
    kind: 'record',
    party: null,
    reliability: 'B',
    interests: 'Keeps the books of the authority that is accused; the books are audited every year.',
  });
  const employee = story.source({
    name: 'a harbour employee who works on the quay',
    kind: 'person',
    party: null,
    confidential: true,
    reliability: 'C',
    interests: 'Fears for the job. Has no stake in the contract that we know of.',
  });
  story.identity(employee, {
    name: 'Jona Feldt (an invented name, to show the vault)',
    contact: 'Met at the chapel steps; no telephone.',
    notes: 'Shift list of 28 March confirms that this person was on the quay.',
  });
  return {
    authority,
    employee,
    observer: story.source({
      name: 'Lindal Observer',
      kind: 'outlet',
      party: null,
      reliability: 'B',
      interests:
        'The newspaper whose article is checked. What it saw itself counts; that it printed something does not.',
    }),
    register: story.source({
      name: 'Company register of Kestria',
      kind: 'record',
      party: null,
      reliability: 'A',
      interests: '',
    }),
    agency: story.source({ name: 'Kestrian News Agency', kind: 'outlet', party: null, reliability: 'B' }),
    radio: story.source({ name: 'Coast Radio', kind: 'outlet', party: null, reliability: 'C' }),
    tidings: story.source({ name: 'Evening Tidings', kind: 'outlet', party: null, reliability: 'C' }),
    askild: story.source({
      name: 'Peer Askild, by telephone',
      kind: 'person',
      party: 'Peer Askild',
      reliability: 'D',
      interests: 'Stands for mayor in the autumn, against a friend of the harbour director.',
    }),
    union: story.source({
      name: 'Dockers’ Union, accident file',
      kind: 'record',
      party: null,
      reliability: 'C',
      interests: 'Negotiates about the old crane with the harbour authority.',
    }),
    inspectorate: story.source({
      name: 'Labour inspectorate, register of accidents',
      kind: 'record',
      party: null,
      reliability: 'B',
      interests: 'Was blamed for not closing the crane down.',
    }),
    notes: story.source({ name: 'Quayside Notes (a blog)', kind: 'outlet', party: null }),
    forum: story.source({ name: 'Harbour forum', kind: 'outlet', party: null }),
    bidder: story.source({
      name: 'Northern Cranes, offer of 3 February 2025',
      kind: 'record',
      party: 'Northern Cranes',
      reliability: 'C',
      interests: 'Lost the tender.',
    }),
  };
}
