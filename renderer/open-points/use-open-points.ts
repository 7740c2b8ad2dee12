import type { OpenPoints } from '../../shared/queries/open-points.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useNow } from '../ui/use-now.ts';
import { usePatiently } from '../ui/use-patiently.ts';

/** What waits for somebody; asked again after every change and, since deadlines pass by themselves, every minute. */
export function useOpenPoints(): OpenPoints | undefined {
  const revision = useWindow((state) => state.revision);
  const now = useNow();
  return usePatiently('open-points', () => api.openPoints(undefined), [revision, now]);
}
