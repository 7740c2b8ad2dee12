import { STATES } from '../case/words.ts';
import type { Translate } from '../messages/translate.ts';
import {
  bullets,
  code,
  md,
  paragraph,
  quotation,
  together,
  told,
  type Block,
  type MdPart,
} from './markdown.ts';
import type { Report } from './report-data.ts';
import {
  byAt,
  fact,
  joined,
  ofKnown,
  quoted,
  listed,
  say,
  section,
  sectionOf,
  stateText,
  tableOf,
} from './report-markdown-parts.ts';
import { answerText } from './report-markdown-responses.ts';
import type { ReportQuery } from './report-queries.ts';
import { remainsText, whyPhrase } from './report-words.ts';

/** The sections around the allegations in Markdown. Each states that it is empty rather than being left out. */

export function overridesMarkdown({ overrides }: Report, t: Translate): Block {
  const items = overrides.map(({ ref, state, override, by, at }) =>
    together(paragraph(joined([told(ref), stateText(state, t), byAt(by, at, t)])), quotation(override)),
  );
  return sectionOf('overrides', bullets(items), t);
}

export function unverifiedMarkdown({ unverified }: Report, t: Translate): Block {
  const items = unverified.map(({ ref, why, reason, needs }) =>
    together(
      paragraph(joined([told(ref), whyPhrase(why, t)])),
      reason.trim() === '' ? paragraph(t('report.unverified.noReason')) : quotation(reason),
      fact(t('report.unverified.missing'), remainsText(why, needs, t)),
    ),
  );
  return sectionOf('unverified', bullets(items), t);
}

export function queriesMarkdown({ queries }: Report, t: Translate): Block {
  return sectionOf('queries', bullets(queries.map((query) => queryItem(query, t))), t);
}

function queryItem(query: ReportQuery, t: Translate): Block {
  const { number, kind, question, proposed, documentTitle, exact, ref, by, addedAt } = query;
  return together(
    paragraph(
      joined([
        md`**${t('report.queries.label', { number })}**`,
        t(`words.queryKinds.${kind}`),
        byAt(by, addedAt, t),
        documentTitle === null ? t('report.documents.withheld') : told(documentTitle),
        ofKnown(ref, told),
      ]),
    ),
    quoted(t('report.queries.passage'), exact),
    quoted(t('report.queries.query'), question),
    proposed === null ? [] : wording(proposed, 'proposed', t),
    decisionBlock(query, t),
  );
}

function decisionBlock({ decision, decider }: ReportQuery, t: Translate): Block {
  const name = t('report.queries.decision');
  if (!decision) {
    const who = ofKnown(decider, (person) => say(t, 'report.queries.decider', { name: told(person) }));
    return fact(name, joined([t('report.queries.open'), who]));
  }
  const { outcome, wording: words, reason, by, at } = decision;
  return together(
    fact(name, joined([t(`words.decisions.${outcome}`), byAt(by, at, t)])),
    outcome === 'stet' ? paragraph(t('report.queries.stet')) : wording(words ?? '', 'wording', t),
    reason.trim() === '' ? [] : together(paragraph(t('report.queries.reason')), quotation(reason)),
  );
}

/** A wording, or that the passage is to go where it is empty. */
function wording(words: string, of: 'proposed' | 'wording', t: Translate): Block {
  return words === ''
    ? paragraph(t(`report.queries.${of}Nothing`))
    : together(paragraph(t(`report.queries.${of}`)), quotation(words));
}

export function partiesMarkdown({ parties, madeAt }: Report, t: Translate): Block {
  const named = (words: MdPart, refs: readonly string[]): MdPart =>
    refs.length === 0 ? null : say(t, 'words.named', { name: words, what: listed(refs, t) });
  const rows = parties.map(({ name, claims, touched, responses }): MdPart[] => [
    told(name),
    joined(STATES.map((state) => named(stateText(state, t), claims[state]))) ?? t('report.none'),
    listed(touched, t) ?? t('report.none'),
    joined(responses.map((answer) => named(answerText(answer, madeAt, t), answer.refs))) ?? t('report.none'),
  ]);
  const columns = ['party', 'claims', 'touched', 'responses'];
  return rows.length === 0
    ? sectionOf('parties', [], t)
    : section(
        t('report.parties.title'),
        paragraph(t('report.parties.intro')),
        tableOf('parties', columns, rows, t),
      );
}

/** The last section: what somebody needs to hold the report against the case later. */
export function historyMarkdown({ history, fileSha256 }: Report, t: Translate): Block {
  const { events, heads } = history;
  return section(
    t('report.history.title'),
    bullets([
      fact(t('report.history.events'), events),
      fact(t('report.history.heads', { count: heads.length }), joined(heads.map(code), t('words.comma'))),
      fact(
        t('report.history.file'),
        fileSha256 === null ? t('report.history.fileUnknown') : code(fileSha256),
      ),
    ]),
    ...(['shows', 'showsNot', 'how'] as const).map((part) => paragraph(t(`report.history.${part}`))),
  );
}
