import type { Translate } from '../../../shared/messages/translate.ts';
import type { DoubtfulAnchor } from '../../../shared/queries/document-view.ts';
import { runHere } from '../../frame/actions.ts';
import { announce } from '../../ui/announcer.tsx';
import { useT } from '../../ui/words.tsx';
import { tellNote, type Span } from '../../ui-state.ts';

/** What an anchor is called: the reference of its allegation, or the number of its query. */
export function nameOfAnchor({ kind, ref, number }: DoubtfulAnchor, t: Translate): string {
  return kind === 'queries' && number !== null ? t('document.query.number', { number }) : (ref ?? '');
}

interface Settling {
  /** It stands where it has moved to. */
  confirm: () => Promise<void>;
  /** It stands at these words of the newest version, counted in code points. */
  settle: (span: Span) => Promise<void>;
  /** It stands nowhere in this document any more. */
  remove: () => Promise<void>;
}

/**
 * What a person may say of where an anchor stands in `documentId`, the newest version. Each can be taken back, and what
 * cannot be done is told in the frame.
 */
export function useSettling(anchor: DoubtfulAnchor, documentId: string): Settling {
  const t = useT();
  const { kind, id } = anchor;
  const on = nameOfAnchor(anchor, t);
  const settle = async (span: (Span & { documentId: string }) | null): Promise<void> => {
    if (!(await runHere(t, { type: 'settle-anchor', kind, id, span }))) return;
    announce(t('versions.settled', { on }));
    // A figure that changed in the text has not changed in what was alleged.
    if (kind === 'passages' && anchor.doubt === 'fuzzy') tellNote(t('versions.checkStatement', { on }));
  };
  return {
    confirm: () => settle(null),
    settle: ({ start, end }) => settle({ documentId, start, end }),
    remove: async () => {
      if (await runHere(t, { type: 'remove', kind, id })) announce(t('versions.removed', { on }));
    },
  };
}
