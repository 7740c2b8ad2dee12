import type { AllegationDetails } from '../../shared/queries/details.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useAsked } from '../ui/use-asked.ts';

/** The details of an allegation, asked for again whenever something about it changed. */
export function useDetails(id: string): AllegationDetails | null | undefined {
  const revision = useWindow(({ revisions }) => revisions.get(id) ?? 0);
  const everything = useWindow((state) => state.everything);
  return useAsked(`details:${id}`, () => api.details({ id }), [revision, everything]);
}
