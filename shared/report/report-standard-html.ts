import type { Html } from './html.ts';
import type { Report } from './report-data.ts';
import { list, paragraph, section, type Writing } from './report-parts.ts';
import { standardAsks, standardRules, standardWays } from './report-words.ts';

/** The standard of the case, whole and in words. What it does not ask for is said, too: it tells how things were checked. */
export function standardSection({ standard }: Report, { t }: Writing): Html {
  return section(
    'standard',
    t('report.standard.title'),
    paragraph(t('report.standard.intro')),
    list(standardWays(standard, t), 'ways'),
    paragraph(t('report.standard.asksTitle'), 'label'),
    list(standardAsks(standard, t), 'rules'),
    paragraph(t('report.standard.rulesTitle'), 'label'),
    list(standardRules(t), 'rules'),
  );
}
