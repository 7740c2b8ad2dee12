import { runHere } from '../frame/actions.ts';
import { keysForPeople } from '../frame/keys.ts';
import { useWindow } from '../store.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { useT } from '../ui/words.tsx';
import css from './document.module.css';
import type { Reader } from './reading/reader-actions.ts';
import type { Selected } from './reading/use-selection.ts';

interface Props {
  documentId: string;
  selection: Selected;
  reader: Reader;
}

/** What can be done with the words that are selected in the text; beside them, and by key. */
export function SelectionTools({ documentId, selection, reader }: Props) {
  const t = useT();
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const selected = useWindow(({ rows, selectedId }) =>
    selectedId === null ? undefined : rows.get(selectedId),
  );

  const anchorToo = async (allegationId: string, ref: string): Promise<void> => {
    const place = { documentId, start: selection.start, end: selection.end };
    if (await runHere(t, { type: 'add-passage', allegationId, span: place })) {
      document.getSelection()?.collapseToStart();
      announce(t('document.anchored', { ref }));
    }
  };

  return (
    // Pressing the button must not end the selection it is about.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      className={css['tools']}
      style={{ insetBlockStart: selection.top + 6 }}
      onMouseDown={(event) => event.preventDefault()}
      role="toolbar"
      aria-label={t('document.selectionTools')}
    >
      {writable && (
        <>
          <Button kind="primary" preventFocusOnPress onPress={reader.record}>
            {t('menu.actions.new-allegation')} <kbd>A</kbd>
          </Button>
          <Button preventFocusOnPress onPress={reader.ask}>
            {t('menu.actions.add-query')} <kbd>Q</kbd>
          </Button>
          {selected && (
            <Button preventFocusOnPress onPress={() => void anchorToo(selected.id, selected.ref)}>
              {t('document.anchorToo', { ref: selected.ref })}
            </Button>
          )}
          <Button preventFocusOnPress onPress={() => reader.mark('opinion')}>
            {t('document.sentence.opinion')} <kbd>O</kbd>
          </Button>
          <Button preventFocusOnPress onPress={() => reader.mark('nothing')}>
            {t('document.sentence.nothing')} <kbd>C</kbd>
          </Button>
        </>
      )}
      <Button preventFocusOnPress onPress={reader.copyWithReference}>
        {t('menu.actions.copy-with-reference')} <kbd>{keysForPeople('Mod+Shift+C')}</kbd>
      </Button>
    </div>
  );
}
