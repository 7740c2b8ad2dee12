import type { OriginGraph } from '../../shared/queries/origin-graph.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { usePatiently } from '../ui/use-patiently.ts';

/** Who has it from whom, in the whole case or on one allegation; asked for again after every change. */
export function useOriginGraph(allegationId: string | null): OriginGraph | undefined {
  const revision = useWindow((state) => state.revision);
  return usePatiently(`origins:${allegationId}`, () => api.originGraph({ allegationId }), [revision]);
}
