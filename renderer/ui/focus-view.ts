/**
 * Puts the keyboard into the view in the centre, on what is marked `data-first-focus` there. Called when what had the
 * focus is gone or was left behind; the focus is never lost.
 */
export function focusView(): void {
  requestAnimationFrame(() => {
    const view = document.querySelector<HTMLElement>('main');
    (view?.querySelector<HTMLElement>('[data-first-focus]') ?? view)?.focus();
  });
}
