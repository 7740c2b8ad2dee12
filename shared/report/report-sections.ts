import { STATES } from '../case/words.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import type { Report } from './report-data.ts';
import {
  block,
  facts,
  hash,
  joined,
  list,
  moment,
  nameOf,
  paragraph,
  refLink,
  say,
  section,
  stateMark,
  table,
  tableSection,
  told,
  type Writing,
} from './report-parts.ts';
import { answerText } from './report-responses-html.ts';
import { remainsText, whyPhrase } from './report-words.ts';

/** The sections of a report around its allegations. Each states that it is empty rather than being left out. */

export function overridesSection({ overrides }: Report, writing: Writing): Html {
  const { t } = writing;
  const rows = overrides.map(({ ref, state, override, by, at }): [HtmlPart, ...HtmlPart[]] => [
    refLink(writing, ref),
    stateMark(state, t),
    block(override),
    say(t, 'report.finding.byAt', { name: nameOf(by, t), at: moment(at) }),
  ]);
  return tableSection('overrides', ['ref', 'state', 'reason', 'by'], rows, t);
}

export function unverifiedSection({ unverified }: Report, writing: Writing): Html {
  const { t } = writing;
  const rows = unverified.map(({ ref, why, reason, needs }): [HtmlPart, ...HtmlPart[]] => [
    refLink(writing, ref),
    whyPhrase(why, t),
    reason.trim() === '' ? t('report.unverified.noReason') : block(reason),
    remainsText(why, needs, t),
  ]);
  return tableSection('unverified', ['ref', 'why', 'reason', 'missing'], rows, t, 'open');
}

export function partiesSection({ parties, madeAt }: Report, writing: Writing): Html {
  const { t } = writing;
  const linked = (found: readonly string[]): Html =>
    joined(
      found.map((ref) => refLink(writing, ref)),
      t('words.comma'),
    );
  const refs = (words: HtmlPart, found: readonly string[]): HtmlPart =>
    found.length === 0 ? null : say(t, 'words.named', { name: words, what: linked(found) });
  const lines = (items: readonly HtmlPart[]): HtmlPart => {
    const known = items.filter((item) => item !== null);
    return known.length === 0 ? t('report.none') : list(known, 'plain');
  };
  const rows = parties.map(({ name, claims, touched, responses }): [HtmlPart, ...HtmlPart[]] => [
    told(name),
    lines(STATES.map((state) => refs(stateMark(state, t), claims[state]))),
    touched.length === 0 ? t('report.none') : linked(touched),
    lines(responses.map((answer) => refs(answerText(answer, madeAt, t), answer.refs))),
  ]);
  const heads = ['party', 'claims', 'touched', 'responses'].map((head) => t(`report.parties.${head}`));
  return section(
    'parties',
    t('report.parties.title'),
    ...(rows.length === 0
      ? [paragraph(t('report.parties.none'))]
      : [paragraph(t('report.parties.intro')), table(t('report.parties.caption'), heads, rows, 'parties')]),
  );
}

export function historySection({ history, fileSha256 }: Report, { t }: Writing): Html {
  const { events, heads } = history;
  return section(
    'history',
    t('report.history.title'),
    facts([
      [t('report.history.events'), events],
      [t('report.history.heads', { count: heads.length }), list(heads.map(hash), 'plain')],
      [
        t('report.history.file'),
        fileSha256 === null ? t('report.history.fileUnknown') : markup`${hash(fileSha256)}`,
      ],
    ]),
    ...(['shows', 'showsNot', 'how'] as const).map((part) => paragraph(t(`report.history.${part}`))),
  );
}
