import { vi } from 'vitest';

/**
 * Gives elements sizes, which jsdom does not: a place that scrolls is 900 pixels tall, what is measured in a list
 * (`data-index`) 100. Holds until the test's mocks are restored.
 */
export function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.dataset['index'] === undefined ? 900 : 100;
  });
}
