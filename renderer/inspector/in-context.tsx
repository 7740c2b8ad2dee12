import {
  CONTEXT_LENGTH,
  type TextPositionSelector,
  type TextQuoteSelector,
} from '../../shared/text/anchor.ts';
import { codePointLength } from '../../shared/text/code-points.ts';
import css from './in-context.module.css';

/** The words of a passage with some of the text around them; an ellipsis only where the text goes on. */
export function InContext({ selector }: { selector: readonly [TextQuoteSelector, TextPositionSelector] }) {
  const [{ prefix, exact, suffix }, { start }] = selector;
  return (
    <>
      <span className={css['before']} data-cut={start > codePointLength(prefix) || undefined}>
        {prefix}
      </span>
      <b>{exact}</b>
      {/* Less than all that is kept around a passage is kept only where the text ends. */}
      <span className={css['after']} data-cut={codePointLength(suffix) >= CONTEXT_LENGTH || undefined}>
        {suffix}
      </span>
    </>
  );
}
