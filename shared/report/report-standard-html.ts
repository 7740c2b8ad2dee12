import type { Translate } from '../messages/translate.ts';
import type { Html } from './html.ts';
import type { Report, ReportStandard } from './report-data.ts';
import { list, paragraph, section, type Writing } from './report-parts.ts';

/** The standard of the case, whole and in words. What it does not ask for is said, too: it tells how things were checked. */
export function standardSection({ standard }: Report, { t }: Writing): Html {
  const ways = (['primary', 'firstHand', 'secondary'] as const).map((way) =>
    t(`report.standard.${way}`, { count: standard[way] }),
  );
  const counting = ['origins', 'unknown', 'party', 'locator', 'grades', 'override'];
  return section(
    'standard',
    t('report.standard.title'),
    paragraph(t('report.standard.intro')),
    list(ways, 'ways'),
    paragraph(t('report.standard.asksTitle'), 'label'),
    list(asked(standard, t), 'rules'),
    paragraph(t('report.standard.rulesTitle'), 'label'),
    list(
      counting.map((rule) => t(`report.standard.rules.${rule}`)),
      'rules',
    ),
  );
}

/** One sentence for each rule beside the numbers; the last grade of either scale asks for nothing. */
function asked(standard: ReportStandard, t: Translate): string[] {
  const { authenticated, reliability, credibility, replyIfSerious, secondPerson } = standard;
  const rule = (name: string, isAsked: boolean, grade = ''): string =>
    t(`${isAsked ? 'words.standardRules' : 'report.standard.without'}.${name}`, { grade });
  return [
    rule('authenticated', authenticated),
    rule('reliability', reliability !== 'F', reliability),
    rule('credibility', credibility !== '6', credibility),
    rule('replyIfSerious', replyIfSerious),
    secondPerson === 'never'
      ? t('report.standard.without.secondPerson')
      : t(`words.standardRules.secondPerson${secondPerson === 'always' ? 'Always' : 'Serious'}`),
  ];
}
