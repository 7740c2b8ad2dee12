import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';

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

export const THEMES = ['light', 'dark'] as const;

/** Sets the theme of the app, and waits until the page is in it. */
export async function inTheme(
  { electron }: { electron: ElectronApplication },
  page: Page,
  theme: (typeof THEMES)[number],
): Promise<void> {
  await electron.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await page.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, theme);
}

/** Looks at a page again and again; `found` has what axe found, by the names of the looks, if it found anything. */
export function looking(page: Page): {
  look: (name: string) => Promise<void>;
  found: Record<string, string[]>;
} {
  const found: Record<string, string[]> = {};
  return {
    found,
    look: async (name) => {
      const list = await findings(page);
      if (list.length > 0) found[name] = list;
    },
  };
}
