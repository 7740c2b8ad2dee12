import type { Html } from './html.ts';
import type { Report } from './report-data.ts';
import { block, paragraph, section, type Writing } from './report-parts.ts';
import { DISCLOSURES } from './report-words.ts';

/** How the work was done, and what is disclosed. What nobody wrote is said to be so rather than left out. */
export function methodSection({ cover }: Report, { t }: Writing): Html {
  return section(
    'method',
    t('report.method.title'),
    ...DISCLOSURES.map((name) => [
      paragraph(t(`report.method.${name}`), 'label'),
      cover[name].trim() === '' ? paragraph(t(`report.method.${name}None`)) : block(cover[name]),
    ]),
  );
}
