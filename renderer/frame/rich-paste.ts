import { useEffect, useRef, type RefObject } from 'react';

/** What was pasted with its formatting, beside its words. The HTML is never drawn in the window: it is not to be trusted. */
export interface Rich {
  html: string;
  /** What stood in the field right after it was pasted. */
  text: string;
  /** Whether the formatting goes in too. */
  keep: boolean;
}

/** What a text can be laid out with that words alone do not say, and how it is told by its tags. */
const STRUCTURES = {
  headings: /<h[1-6][\s>]/iu,
  lists: /<[uo]l[\s>]/iu,
  tables: /<table[\s>]/iu,
  quotations: /<blockquote[\s>]/iu,
} as const;
export type Structure = keyof typeof STRUCTURES;

/** More HTML than this is not taken (shared/api.ts); in UTF-16 units. */
const LARGEST = 50_000_000;

/** What a piece of HTML lays out, told without reading it as a page. */
export function structuresIn(html: string): Structure[] {
  return (Object.keys(STRUCTURES) as Structure[]).filter((name) => STRUCTURES[name].test(html));
}

/**
 * Notices when formatted text is pasted into a field in place of all that stood there: `onRich` is told its HTML before
 * the field has its words. Among words that stay there is no telling what the formatting belongs to.
 */
export function useRichPaste(
  field: RefObject<HTMLTextAreaElement | null>,
  onRich: (html: string) => void,
): void {
  const latest = useRef(onRich);
  useEffect(() => {
    latest.current = onRich;
  }, [onRich]);
  useEffect(() => {
    const place = field.current;
    const hear = ({ clipboardData }: ClipboardEvent): void => {
      const html = clipboardData?.getData('text/html') ?? '';
      const whole = place?.selectionStart === 0 && place.selectionEnd === place.value.length;
      const words = clipboardData?.getData('text/plain') ?? '';
      if (!whole || words.trim() === '' || html.length > LARGEST || structuresIn(html).length === 0) return;
      latest.current(html);
    };
    place?.addEventListener('paste', hear);
    return () => place?.removeEventListener('paste', hear);
  }, [field]);
}
