/** `checking` shows all the work; `checked` is for the editor: findings, corrections and what could not be verified. */
export const EDITIONS = ['checking', 'checked'] as const;
export type Edition = (typeof EDITIONS)[number];
