import { missingSentences, questionSentence } from '../../messages/sentences.ts';
import type { Translate } from '../../messages/translate.ts';
import type { ReportAllegation, ReportPassage } from '../report-allegation.ts';
import type { Report } from '../report-data.ts';
import { attribution, flagsOf, isDisputed, isLacking, isUntouched } from '../report-phrases.ts';
import { cutOff, denialsIn, ratingText, remainsText, weightText, whyPhrase } from '../report-words.ts';
import { earlierWord, relationsWord, reviewsWord } from './word-allegation-around.ts';
import { evidenceWord } from './word-evidence.ts';
import {
  byAt,
  denial,
  fact,
  joined,
  labelled,
  moment,
  nameOf,
  namesText,
  ofKnown,
  phrase,
  quoted,
  say,
  stateMark,
  whenTold,
  type WordWriting,
} from './word-parts.ts';
import { responsesWord } from './word-responses.ts';
import {
  address,
  look,
  paragraph,
  told,
  toldLines,
  toldParagraph,
  type Part,
  type WordBlock,
  type WordParagraph,
} from './word.ts';

/** One allegation with everything the report knows of it. */
export function allegationWord(
  allegation: ReportAllegation,
  bookmark: string,
  { edition, madeAt }: Pick<Report, 'edition' | 'madeAt'>,
  writing: WordWriting,
): WordBlock[] {
  const { t } = writing;
  const { ref, statement, passages, relations, work } = allegation;
  return [
    paragraph('Heading2', [told(ref, 'Reference'), ' ', told(statement)], [bookmark]),
    paragraph('Marks', marksOf(allegation, t)),
    paragraph('Body', phrase(attribution(allegation), t)),
    ...flagsOf(allegation, t).map((flag) => paragraph('Flag', phrase(flag, t))),
    ...(passages.length === 0
      ? [paragraph('Body', t('report.allegations.noPassage'))]
      : passages.flatMap((passage) => passageWord(passage, t))),
    ...factsOf(allegation, t),
    ...findingWord(allegation, t),
    ...reviewsWord(allegation, t),
    ...evidenceWord(allegation, edition, t),
    ...(work
      ? labelled(
          'Heading3',
          t('report.evidence.questions'),
          work.questions.map((question) => questionSentence(question, t)),
        )
      : []),
    ...responsesWord(allegation, madeAt, t),
    ...relationsWord(relations, writing),
    ...(work && work.notes.trim() !== ''
      ? [paragraph('Heading3', t('report.allegations.notes')), toldParagraph('Told', work.notes)]
      : []),
    ...(work ? earlierWord(ref, work.earlier, t) : []),
  ];
}

/** The state with its qualification, then every denial: a denial and the evidence are different facts. */
function marksOf({ finding, responses, serious, reviews }: ReportAllegation, t: Translate): Part {
  return joined([
    stateMark(finding.state, t),
    whyPhrase(finding.why, t),
    ofKnown(finding.basis, (basis) => t(`words.bases.${basis}`)),
    ...denialsIn(responses).map((each) => denial(each, t)),
    finding.override === null ? null : look('Emphasised', t('report.glance.overridden')),
    isLacking(finding) ? look('Emphasised', t('report.glance.lacking')) : null,
    isDisputed(reviews) ? look('Emphasised', t('report.glance.disputed')) : null,
    serious ? look('Emphasised', t('report.allegations.serious')) : null,
  ]);
}

/** The words in their context, then where they stand. */
function passageWord(passage: ReportPassage, t: Translate): WordParagraph[] {
  const doubts = ofKnown(passage.doubt, (kind) => t(`report.allegations.doubts.${kind}`));
  if (passage.withheld) {
    return [
      { ...toldParagraph('Passage', passage.exact), pieces: toldLines(passage.exact, 'Marked') },
      paragraph('PassageSource', joined([t('report.allegations.passageWithheld'), doubts])),
    ];
  }
  const { documentTitle, documentSha256, prefix, exact, suffix, start, end } = passage;
  const cut = cutOff(passage);
  const where = { document: told(documentTitle) };
  return [
    {
      // In the direction of the passage, not of what stands before it.
      ...toldParagraph('Passage', exact),
      pieces: [
        ...toldLines(`${cut.before ? '…' : ''}${prefix}`, 'Soft'),
        ...toldLines(exact, 'Marked'),
        ...toldLines(`${suffix}${cut.after ? '…' : ''}`, 'Soft'),
      ],
    },
    paragraph(
      'PassageSource',
      joined([
        say(t, 'report.allegations.passage', where, { start: start + 1, end }),
        say(t, 'words.named', { name: t('report.allegations.sha256'), what: look('Code', documentSha256) }),
        doubts,
      ]),
    ),
  ];
}

function factsOf(allegation: ReportAllegation, t: Translate): WordParagraph[] {
  const { claimant, saidOn, saidWhere, happenedOn, touches, quote, work } = allegation;
  const unknown = t('report.notRecorded');
  return [
    ...fact(t('report.allegations.claimant'), claimant === null ? unknown : told(claimant)),
    ...fact(t('report.allegations.saidOn'), saidOn === null ? unknown : whenTold(saidOn, t)),
    ...fact(t('report.allegations.saidWhere'), saidWhere === null ? unknown : told(saidWhere)),
    ...(quote
      ? [
          ...fact(t('report.allegations.quote'), byAt(quote.by, quote.at, t)),
          toldParagraph('Told', quote.how),
        ]
      : fact(t('report.allegations.quote'), t('report.allegations.quoteOpen'))),
    ...fact(t('report.allegations.happenedOn'), happenedOn === null ? unknown : whenTold(happenedOn, t)),
    ...fact(t('report.rating.title'), ratingOf(allegation, t)),
    ...fact(t('report.allegations.touches'), namesText(touches, t)),
    ...fact(t('report.allegations.priority'), work && t(`words.priorities.${work.priority}`)),
    ...fact(t('report.allegations.tags'), work && namesText(work.tags, t)),
    ...fact(t('report.allegations.assignee'), work?.assignee ? told(work.assignee) : null),
  ];
}

/** What is published of it, which a person set. */
function ratingOf({ rating }: ReportAllegation, t: Translate): Part {
  if (!rating) return null;
  const { by, at, url, publishedOn } = rating;
  return joined([
    told(ratingText(rating, t)),
    say(t, 'report.rating.setBy', { name: nameOf(by, t), at: moment(at, t) }),
    ofKnown(publishedOn, (time) => say(t, 'report.rating.publishedOn', { time: whenTold(time, t) })),
    address(url),
    t('report.rating.note'),
  ]);
}

/** The finding: what was decided, why, by whom, and how the evidence stands. */
function findingWord(
  { finding, evidenceFor, evidenceAgainst, needs }: ReportAllegation,
  t: Translate,
): WordParagraph[] {
  const { state, why, basis, deniedBy, reason, override, restsOn, by, at, lacks } = finding;
  const asked = lacks.length > 0 ? missingSentences(lacks, t) : t('report.finding.overrideMet');
  const basisText = basis === 'party' && deniedBy ? denial(deniedBy, t) : basis && t(`words.bases.${basis}`);
  const known = (name: string, value: Part): WordParagraph[] =>
    fact(t(`report.finding.${name}`), value, 'PanelFact');
  const written = (name: string, text: string): WordParagraph[] =>
    quoted(t(`report.finding.${name}`), text, ['PanelFact', 'PanelTold']);
  return [
    ...known('why', whyPhrase(why, t)),
    ...known('basis', basisText),
    ...written('reason', reason),
    ...written('override', override ?? ''),
    ...known('overrideAsked', override === null ? null : asked),
    ...known('restsOn', restsOn.map((number) => `#${number}`).join(t('words.comma'))),
    ...known(isUntouched(finding) ? 'recorded' : 'decided', byAt(by, at, t)),
    ...known('for', weightText(evidenceFor, t)),
    ...known('against', weightText(evidenceAgainst, t)),
    ...known('remains', state === 'unverified' ? remainsText(why, needs.corroborated, t) : null),
  ];
}
