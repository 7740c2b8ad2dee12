import { vi } from 'vitest';

/**
 * Gives elements sizes, which jsdom does not: what scrolls is 900 pixels tall inside, what stands in a list is 100.
 * Holds until the test's mocks are restored.
 */
export function layOut(): void {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(640);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
}
