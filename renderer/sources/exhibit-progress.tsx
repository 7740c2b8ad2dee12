import { useEffect, useState } from 'react';
import type { Notices } from '../../shared/api.ts';
import { api } from '../api.ts';
import { ProgressDialog } from '../frame/progress-dialog.tsx';
import { useT } from '../ui/words.tsx';

/**
 * How far the taking in, finding or checking of files is that takes long, and the way out of it. In front of everything:
 * it may have begun in a dialog, in a menu or by dropping files.
 */
export function ExhibitProgress() {
  const t = useT();
  const [progress, setProgress] = useState<Notices['exhibitProgress']>(null);
  useEffect(() => api.on('exhibitProgress', setProgress), []);
  if (!progress) return null;
  return (
    <ProgressDialog
      title={t('exhibits.working', { file: progress.file })}
      share={progress.share}
      verb={t('exhibits.cancel')}
      onCancel={() => void api.cancelExhibits(undefined)}
    />
  );
}
