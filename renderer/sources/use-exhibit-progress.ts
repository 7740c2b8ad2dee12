import { useEffect, useState } from 'react';
import type { Notices } from '../../shared/api.ts';
import { api } from '../api.ts';

/** How far the taking in, finding or checking of files is that takes long; null while none does. */
export function useExhibitProgress(): Notices['exhibitProgress'] {
  const [progress, setProgress] = useState<Notices['exhibitProgress']>(null);
  useEffect(() => api.on('exhibitProgress', setProgress), []);
  return progress;
}
