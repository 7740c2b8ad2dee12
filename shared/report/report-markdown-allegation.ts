import { missingSentences, questionSentence } from '../messages/sentences.ts';
import type { Translate } from '../messages/translate.ts';
import {
  bullets,
  code,
  heading,
  lines,
  md,
  paragraph,
  quotation,
  together,
  told,
  type Block,
  type MdPart,
} from './markdown.ts';
import type { ReportAllegation, ReportPassage } from './report-allegation.ts';
import type { Report } from './report-data.ts';
import type { EarlierFinding, ReportReview } from './report-finding.ts';
import { evidenceMarkdown } from './report-markdown-evidence.ts';
import {
  byAt,
  denial,
  fact,
  joined,
  labelled,
  moment,
  nameOf,
  ofKnown,
  phrase,
  quoted,
  listed,
  say,
  stateText,
  whenTold,
} from './report-markdown-parts.ts';
import { responsesMarkdown } from './report-markdown-responses.ts';
import { attribution, flagsOf, isDisputed, isLacking, isUntouched } from './report-phrases.ts';
import { cutOff, denialsIn, ratingText, remainsText, weightText, whyPhrase } from './report-words.ts';

/** One allegation with everything the report knows of it, in Markdown. */
export function allegationMarkdown(allegation: ReportAllegation, report: Report, t: Translate): Block {
  const { ref, statement, passages, relations, reviews, work } = allegation;
  return together(
    heading(3, [told(ref), ' ', told(statement)]),
    paragraph(marksOf(allegation, t)),
    paragraph(phrase(attribution(allegation), t)),
    lines(flagsOf(allegation, t).map((flag) => phrase(flag, t))),
    ...(passages.length === 0
      ? [paragraph(t('report.allegations.noPassage'))]
      : passages.map((passage) => passageBlock(passage, t))),
    bullets([...factsOf(allegation, t), ...findingOf(allegation, t)]),
    reviewsBlock(ref, reviews, t),
    evidenceMarkdown(allegation, report, t),
    work
      ? labelled(
          t('report.evidence.questions'),
          work.questions.map((each) => questionSentence(each, t)),
        )
      : [],
    responsesMarkdown(allegation, report.madeAt, t),
    labelled(
      t('report.relations.title'),
      relations.map((relation) => relationText(relation, t)),
    ),
    work ? quoted(t('report.allegations.notes'), work.notes) : [],
    work ? earlierBlock(ref, work.earlier, t) : [],
  );
}

/** The state with its qualification, then every denial: a denial and the evidence are different facts. */
function marksOf({ finding, responses, serious, reviews }: ReportAllegation, t: Translate): MdPart {
  return joined([
    md`**${stateText(finding.state, t)}**`,
    whyPhrase(finding.why, t),
    ofKnown(finding.basis, (basis) => t(`words.bases.${basis}`)),
    ...denialsIn(responses).map((each) => denial(each, t)),
    finding.override === null ? null : t('report.glance.overridden'),
    isLacking(finding) ? t('report.glance.lacking') : null,
    isDisputed(reviews) ? t('report.glance.disputed') : null,
    serious ? t('report.allegations.serious') : null,
  ]);
}

/** The words themselves, then where they stand; emphasis could not mark them in their context in every script. */
function passageBlock(passage: ReportPassage, t: Translate): Block {
  const doubts = passage.doubt === null ? [] : [md`${t(`report.allegations.doubts.${passage.doubt}`)}`];
  if (passage.withheld) {
    const where = t('report.allegations.passageWithheld');
    return together(quotation(passage.exact), paragraph(joined([where, ...doubts])));
  }
  const { documentTitle, documentSha256, prefix, exact, suffix, start, end } = passage;
  const cut = cutOff(passage);
  return together(
    quotation(exact),
    paragraph(
      joined([
        say(t, 'report.allegations.passage', { document: told(documentTitle) }, { start: start + 1, end }),
        say(t, 'report.allegations.context', {
          before: [cut.before ? '…' : '', told(prefix.trim())],
          after: [told(suffix.trim()), cut.after ? '…' : ''],
        }),
        say(t, 'words.named', { name: t('report.allegations.sha256'), what: code(documentSha256) }),
        ...doubts,
      ]),
    ),
  );
}

function factsOf(allegation: ReportAllegation, t: Translate): Block[] {
  const { claimant, saidOn, saidWhere, happenedOn, touches, quote, work } = allegation;
  const unknown = t('report.notRecorded');
  return [
    fact(t('report.allegations.claimant'), claimant === null ? unknown : told(claimant)),
    fact(t('report.allegations.saidOn'), saidOn === null ? unknown : whenTold(saidOn, t)),
    fact(t('report.allegations.saidWhere'), saidWhere === null ? unknown : told(saidWhere)),
    quote
      ? together(fact(t('report.allegations.quote'), byAt(quote.by, quote.at, t)), quotation(quote.how))
      : fact(t('report.allegations.quote'), t('report.allegations.quoteOpen')),
    fact(t('report.allegations.happenedOn'), happenedOn === null ? unknown : whenTold(happenedOn, t)),
    fact(t('report.rating.title'), ratingOf(allegation, t)),
    fact(t('report.allegations.touches'), listed(touches, t)),
    fact(t('report.allegations.priority'), work && t(`words.priorities.${work.priority}`)),
    fact(t('report.allegations.tags'), work && listed(work.tags, t)),
    fact(t('report.allegations.assignee'), work?.assignee ? told(work.assignee) : null),
  ];
}

/** What is published of it, which a person set. */
function ratingOf({ rating }: ReportAllegation, t: Translate): MdPart {
  if (!rating) return null;
  const { by, at, url, publishedOn } = rating;
  return joined([
    told(ratingText(rating, t)),
    say(t, 'report.rating.setBy', { name: nameOf(by, t), at: moment(at, t) }),
    ofKnown(publishedOn, (time) => say(t, 'report.rating.publishedOn', { time: whenTold(time, t) })),
    told(url),
    t('report.rating.note'),
  ]);
}

/** What was decided, why, by whom, and how the evidence stands. */
function findingOf(
  { finding, evidenceFor, evidenceAgainst, needs }: ReportAllegation,
  t: Translate,
): Block[] {
  const { state, why, basis, deniedBy, reason, override, restsOn, by, at, lacks } = finding;
  const asked = lacks.length > 0 ? missingSentences(lacks, t) : t('report.finding.overrideMet');
  const basisText = basis === 'party' && deniedBy ? denial(deniedBy, t) : basis && t(`words.bases.${basis}`);
  return [
    fact(t('report.finding.why'), whyPhrase(why, t)),
    fact(t('report.finding.basis'), basisText),
    quoted(t('report.finding.reason'), reason),
    quoted(t('report.finding.override'), override ?? ''),
    fact(t('report.finding.overrideAsked'), override === null ? null : asked),
    fact(
      t('report.finding.restsOn'),
      joined(
        restsOn.map((number) => md`#${number}`),
        t('words.comma'),
      ),
    ),
    fact(t(isUntouched(finding) ? 'report.finding.recorded' : 'report.finding.decided'), byAt(by, at, t)),
    fact(t('report.finding.for'), weightText(evidenceFor, t)),
    fact(t('report.finding.against'), weightText(evidenceAgainst, t)),
    fact(
      t('report.finding.remains'),
      state === 'unverified' ? remainsText(why, needs.corroborated, t) : null,
    ),
  ];
}

function stateAndWhy(
  { state, why, basis }: Pick<ReportReview, 'state' | 'why' | 'basis'>,
  t: Translate,
): MdPart {
  return joined([stateText(state, t), whyPhrase(why, t), basis && t(`words.bases.${basis}`)]);
}

/** Second findings beside the first: none is taken into the other, and both stand. */
function reviewsBlock(ref: string, reviews: readonly ReportReview[], t: Translate): Block {
  if (reviews.length === 0) return [];
  return together(
    paragraph(say(t, 'report.reviews.caption', { ref: told(ref) })),
    bullets(
      reviews.map((review) =>
        together(
          paragraph(
            joined([
              byAt(review.by, review.at, t),
              t(review.blind ? 'report.reviews.blind' : 'report.reviews.notBlind'),
              stateAndWhy(review, t),
              t(review.agrees ? 'report.reviews.agrees' : 'report.reviews.disagrees'),
              review.superseded ? t('report.reviews.superseded') : null,
            ]),
          ),
          quotation(review.reason),
        ),
      ),
    ),
    paragraph(t('report.reviews.note')),
  );
}

function relationText(
  { kind, ref, statement, state, overridden, note }: ReportAllegation['relations'][number],
  t: Translate,
): MdPart {
  return joined([
    [t(`words.relations.${kind}`), ' ', told(ref), ' ', told(statement)],
    stateText(state, t),
    overridden ? t('report.glance.overridden') : null,
    note.trim() === '' ? null : told(note),
  ]);
}

function earlierBlock(ref: string, earlier: readonly EarlierFinding[], t: Translate): Block {
  if (earlier.length === 0) return [];
  return together(
    paragraph(say(t, 'report.earlier.caption', { ref: told(ref) })),
    bullets(
      earlier.map((finding) =>
        together(
          paragraph(
            joined([
              byAt(finding.by, finding.at, t),
              stateAndWhy(finding, t),
              finding.undone ? t('report.earlier.undone') : null,
            ]),
          ),
          quotation(finding.reason),
          finding.override === null
            ? []
            : paragraph(say(t, 'report.earlier.override', { override: told(finding.override) })),
        ),
      ),
    ),
  );
}
