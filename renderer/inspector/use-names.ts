import type { Names } from '../../shared/queries/overview.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useAsked } from '../ui/use-asked.ts';

/** The names of the case, to be offered where a party, a source or an exhibit is named. */
export function useNames(): { parties: string[] } & Pick<Names, 'sources' | 'exhibits'> {
  const revision = useWindow((state) => state.revision);
  const names = useAsked('names', () => api.names(undefined), [revision]);
  return {
    parties: names?.parties.map(({ name }) => name) ?? [],
    sources: names?.sources ?? [],
    exhibits: names?.exhibits ?? [],
  };
}
