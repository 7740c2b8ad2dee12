import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useT } from '../ui/words.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

/** How far the opening of a large case is, and the way out of it. */
export function Opening() {
  const t = useT();
  const opening = useWindow((state) => state.opening);
  if (!opening) return null;
  return (
    <ProgressDialog
      title={t('frame.opening', { file: opening.file })}
      share={opening.share}
      verb={t('frame.cancel')}
      onCancel={() => void api.cancelOpening(undefined)}
    />
  );
}
