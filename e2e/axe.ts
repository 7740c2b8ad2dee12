import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is, by rule and place. The report preview is looked at by itself below. */
export async function findings(page: Page): Promise<string[]> {
  // Electron has no pages to open beside, which axe would do otherwise.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(WCAG)
    .exclude('iframe')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
