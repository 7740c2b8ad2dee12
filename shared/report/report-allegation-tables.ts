import type { Translate } from '../messages/translate.ts';
import type { Edition } from './editions.ts';
import type { Html, HtmlPart } from './html.ts';
import type { ReportAllegation, ReportEvidence, ReportResponse } from './report-allegation.ts';
import type { EarlierFinding } from './report-finding.ts';
import {
  address,
  block,
  day,
  joined,
  moment,
  nameOf,
  paragraph,
  say,
  small,
  stateMark,
  table,
  told,
  whyPhrase,
} from './report-parts.ts';

/** The tables of one allegation: its evidence, its responses, and the findings it had before. */

export function evidenceHtml({ ref, evidence }: ReportAllegation, edition: Edition, t: Translate): Html {
  const checking = edition === 'checking';
  if (evidence.length === 0)
    return paragraph(t(checking ? 'report.evidence.none' : 'report.evidence.noneShown'));
  const heads = ['number', 'stance', 'source', 'excerpt', 'origin', 'counts'];
  return table(
    say(t, checking ? 'report.evidence.caption' : 'report.evidence.captionChecked', { ref: told(ref) }),
    heads.map((head) => t(`report.evidence.${head}`)),
    evidence.map((item) => evidenceRow(item, t)),
    'evidence',
  );
}

function evidenceRow(item: ReportEvidence, t: Translate): [HtmlPart, ...HtmlPart[]] {
  const { number, stance, source, level, excerpt, locator, origin, verdict } = item;
  return [
    number,
    t(`words.stances.${stance}`),
    source
      ? [
          told(source.name),
          small(t(`words.sources.${source.kind}`)),
          source.party === null
            ? null
            : small(say(t, 'report.evidence.belongsTo', { party: told(source.party) })),
        ]
      : t('report.evidence.sourceMissing'),
    [
      excerpt.trim() === '' ? small(t('report.evidence.noExcerpt')) : block(excerpt, 'told said'),
      small(
        locator === null
          ? t('report.evidence.noLocator')
          : say(t, 'report.evidence.locator', { locator: told(locator) }),
      ),
      smallOrNone(datesAndAddress(item, t)),
    ],
    [
      origin.from === null
        ? t(`words.origins.${origin.type}`)
        : t('report.evidence.derivedFrom', { number: origin.from }),
      small(t(`words.levels.${level}`)),
    ],
    verdictText(verdict, t),
  ];
}

/** When an item was published and read, and its address: what is known of it, else null. */
export function datesAndAddress(
  item: Pick<ReportEvidence, 'publishedOn' | 'accessedOn' | 'address'>,
  t: Translate,
): Html | null {
  const { publishedOn, accessedOn, address: written } = item;
  if (publishedOn === null && accessedOn === null && written === null) return null;
  return joined([
    publishedOn === null ? null : say(t, 'report.evidence.published', { date: day(publishedOn) }),
    accessedOn === null ? null : say(t, 'report.evidence.accessed', { date: day(accessedOn) }),
    written === null ? null : address(written),
  ]);
}

function verdictText(verdict: ReportEvidence['verdict'], t: Translate): string {
  if (verdict.counts) return t(`words.countsAs.${verdict.as}`);
  if (verdict.because === 'context') return t('report.evidence.contextOnly');
  return t('report.evidence.notCounted', { because: t(`words.notCounted.${verdict.because}`) });
}

export function responsesHtml({ ref, responses }: ReportAllegation, t: Translate): Html {
  if (responses.length === 0) return paragraph(t('report.responses.none'));
  const heads = ['party', 'answer', 'words', 'on', 'channel'];
  return table(
    say(t, 'report.responses.caption', { ref: told(ref) }),
    heads.map((head) => t(`report.responses.${head}`)),
    responses.map((response) => responseRow(response, t)),
    'responses',
  );
}

/** What a party answered: a denial says what it denies, so that it is never taken for a denial of more. */
export function answerText(
  kind: ReportResponse['kind'],
  extent: ReportResponse['extent'],
  t: Translate,
): string {
  return kind === 'denied'
    ? t(`report.responses.extents.${extent ?? 'all'}`)
    : t(`report.responses.kinds.${kind}`);
}

function responseRow(response: ReportResponse, t: Translate): [HtmlPart, ...HtmlPart[]] {
  const { party, kind, extent, words, on, channel, address: written } = response;
  return [
    told(party),
    answerText(kind, extent, t),
    words.trim() === '' ? t('report.notRecorded') : block(words, 'told said'),
    on === null ? t('report.notRecorded') : day(on),
    [
      channel === null ? (written === null ? t('report.notRecorded') : null) : told(channel),
      written === null ? null : small(address(written)),
    ],
  ];
}

export function earlierHtml(ref: string, earlier: readonly EarlierFinding[], t: Translate): Html {
  return table(
    say(t, 'report.earlier.caption', { ref: told(ref) }),
    ['decided', 'state', 'reason'].map((head) => t(`report.earlier.${head}`)),
    earlier.map(({ state, why, basis, reason, override, by, at, undone }) => [
      say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) }),
      [
        stateMark(state, t),
        smallOrNone(whyPhrase(why, t)),
        smallOrNone(basis === null ? null : t(`words.bases.${basis}`)),
        undone ? small(t('report.earlier.undone')) : null,
      ],
      [
        block(reason),
        override === null
          ? null
          : paragraph(say(t, 'report.earlier.override', { override: told(override) }), 'small'),
      ],
    ]),
    'earlier',
  );
}

function smallOrNone(content: HtmlPart): Html | null {
  return content === null ? null : small(content);
}
