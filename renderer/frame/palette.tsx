import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { Dialog } from '../ui/dialog.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import { act, ACTIONS } from './actions.ts';
import css from './dialogs.module.css';
import { keysForPeople } from './keys.ts';

/** Everything that can be done now, by typing a part of its name. */
export function Palette() {
  const t = useT();
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Dialog title={t('menu.actions.palette')} onClose={closeDialog} foot={null}>
      <Autocomplete filter={contains}>
        <div className={css['palette']}>
          <SearchField className={css['palette-search'] ?? ''} aria-label={t('frame.paletteLabel')} autoFocus>
            <Input className={css['palette-input'] ?? ''} placeholder={t('frame.paletteLabel')} />
          </SearchField>
          <ListBox
            className={css['palette-list'] ?? ''}
            aria-label={t('frame.paletteList')}
            renderEmptyState={() => <p className={css['soft']}>{t('frame.paletteNothing')}</p>}
            onAction={(id) => {
              closeDialog();
              act(String(id), t);
            }}
          >
            {ACTIONS.filter(({ id, when }) => id !== 'palette' && when()).map(({ id, keys }) => (
              <ListBoxItem
                key={id}
                id={id}
                textValue={t(`menu.actions.${id}`)}
                className={css['palette-item'] ?? ''}
              >
                <span>{t(`menu.actions.${id}`)}</span>
                {keys !== null && <kbd>{keysForPeople(keys)}</kbd>}
              </ListBoxItem>
            ))}
          </ListBox>
        </div>
      </Autocomplete>
    </Dialog>
  );
}
