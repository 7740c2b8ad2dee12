import { STATES } from '../case/words.ts';
import { markup, type Html, type HtmlPart } from './html.ts';
import { remainsText } from './report-allegation-html.ts';
import { answerText, datesAndAddress } from './report-allegation-tables.ts';
import type { Report, ReportSource } from './report-data.ts';
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
  small,
  stateMark,
  table,
  tableSection,
  told,
  whyPhrase,
  type Writing,
} from './report-parts.ts';

/** The sections of a report around its allegations. Each states that it is empty rather than being left out. */

export function standardSection({ standard }: Report, { t }: Writing): Html {
  const ways = (['primary', 'firstHand', 'secondary'] as const).map((way) =>
    t(`report.standard.${way}`, { count: standard[way] }),
  );
  const rules = ['origins', 'unknown', 'party', 'locator', 'override'].map((rule) =>
    t(`report.standard.rules.${rule}`),
  );
  return section(
    'standard',
    t('report.standard.title'),
    paragraph(t('report.standard.intro')),
    list(ways, 'ways'),
    paragraph(t('report.standard.rulesTitle'), 'label'),
    list(rules, 'rules'),
  );
}

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

export function partiesSection({ parties }: Report, writing: Writing): Html {
  const { t } = writing;
  const refs = (words: HtmlPart, found: readonly string[]): HtmlPart =>
    found.length === 0
      ? null
      : [
          words,
          ': ',
          joined(
            found.map((ref) => refLink(writing, ref)),
            ', ',
          ),
        ];
  const lines = (items: readonly HtmlPart[]): HtmlPart => {
    const known = items.filter((item) => item !== null);
    return known.length === 0 ? t('report.none') : list(known, 'plain');
  };
  const rows = parties.map(({ name, claims, responses }): [HtmlPart, ...HtmlPart[]] => [
    told(name),
    lines(STATES.map((state) => refs(stateMark(state, t), claims[state]))),
    lines(responses.map(({ kind, extent, refs: found }) => refs(answerText(kind, extent, t), found))),
  ]);
  const heads = ['party', 'claims', 'responses'].map((head) => t(`report.parties.${head}`));
  return section(
    'parties',
    t('report.parties.title'),
    ...(rows.length === 0
      ? [paragraph(t('report.parties.none'))]
      : [paragraph(t('report.parties.intro')), table(t('report.parties.caption'), heads, rows, 'parties')]),
  );
}

export function sourcesSection({ sources }: Report, writing: Writing): Html {
  const { t } = writing;
  const rows = sources.map((source): [HtmlPart, ...HtmlPart[]] => [
    [
      told(source.name),
      small(t(`words.sources.${source.kind}`)),
      source.party === null
        ? null
        : small(say(t, 'report.evidence.belongsTo', { party: told(source.party) })),
    ],
    list(
      source.uses.map((use) => useText(use, writing)),
      'plain',
    ),
  ]);
  return tableSection('sources', ['source', 'uses'], rows, t);
}

function useText(use: ReportSource['uses'][number], writing: Writing): Html {
  const { t } = writing;
  const { ref, number, locator } = use;
  return joined([
    say(t, 'report.sources.item', { ref: refLink(writing, ref) }, { number }),
    locator === null
      ? t('report.evidence.noLocator')
      : say(t, 'report.evidence.locator', { locator: told(locator) }),
    datesAndAddress(use, t),
  ]);
}

export function documentsSection({ documents }: Report, { t }: Writing): Html {
  const rows = documents.map(({ title, fileName, addedAt, sha256 }): [HtmlPart, ...HtmlPart[]] => [
    told(title),
    fileName === null ? t('report.documents.pasted') : told(fileName),
    moment(addedAt),
    hash(sha256),
  ]);
  return tableSection('documents', ['document', 'file', 'added', 'sha256'], rows, t);
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
