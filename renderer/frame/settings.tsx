import { useState } from 'react';
import type { Theme } from '../../shared/answers.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, RadioField, TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { closeDialog } from '../ui-state.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** What Stet remembers on this computer; every change holds at once. */
export function Settings() {
  const t = useT();
  const settings = useWindow(({ app }) => app?.settings);
  const [checker, setChecker] = useState(settings?.checker ?? '');
  if (!settings) return null;
  return (
    <Dialog title={t('frame.settings')} onClose={closeDialog}>
      <TextField
        label={t('frame.checker')}
        hint={t('frame.checkerHint')}
        value={checker}
        onChange={(name) => {
          setChecker(name);
          void api.setSettings({ checker: name.trim() });
        }}
        onEnter={closeDialog}
      />
      <RadioField
        label={t('frame.theme')}
        value={settings.theme}
        choices={THEMES.map((value) => ({ value, text: t(`frame.themes.${value}`) }))}
        onChange={(theme) => void api.setSettings({ theme })}
      />
      <CheckField
        label={t('frame.plainKeys')}
        hint={t('frame.plainKeysHint')}
        value={settings.plainKeys}
        onChange={(plainKeys) => void api.setSettings({ plainKeys })}
      />
    </Dialog>
  );
}
