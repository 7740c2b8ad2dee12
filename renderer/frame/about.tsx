import { useWindow } from '../store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';

export function About() {
  const t = useT();
  const app = useWindow((state) => state.app);
  if (!app) return null;
  const { version, runtime } = app;
  return (
    <Dialog title={t('menu.actions.about')} onClose={closeDialog}>
      <p>{t('frame.aboutVersion', { version })}</p>
      <p>{t('frame.aboutWhat')}</p>
      <p>{t('frame.aboutOffline')}</p>
      <p>{t('frame.aboutRuntime', { electron: runtime.electron, chromium: runtime.chromium })}</p>
      <p>{t('frame.aboutLicence')}</p>
    </Dialog>
  );
}
