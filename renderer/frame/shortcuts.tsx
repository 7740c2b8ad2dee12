import { Dialog } from '../ui/dialog.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';
import { ACTIONS } from './actions.ts';
import css from './dialogs.module.css';
import { keysForPeople } from './keys.ts';

/** Every key there is. */
export function Shortcuts() {
  const t = useT();
  return (
    <Dialog title={t('menu.actions.shortcuts')} size="large" onClose={closeDialog}>
      {/* A place that scrolls must be reachable for the keyboard (axe: scrollable-region-focusable). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <dl className={css['keys']} tabIndex={0}>
        {ACTIONS.map(
          ({ id, keys }) =>
            keys !== null && (
              <div key={id}>
                <dt>{t(`menu.actions.${id}`)}</dt>
                <dd>
                  <kbd>{keysForPeople(keys)}</kbd>
                </dd>
              </div>
            ),
        )}
      </dl>
      <p>{t('frame.boardKeys')}</p>
    </Dialog>
  );
}
