import { useMemo } from 'react';
import type { Names } from '../../shared/queries/overview.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { useAsked } from '../ui/use-asked.ts';

/** What was asked for last: several fields offer names, and a case may know ten thousand of them. */
let latest: { of: unknown; revision: number; names: Promise<Names> } | undefined;

/** The names of the case `of`, asked for once however many fields want them. */
function namesAt(of: unknown, revision: number): Promise<Names> {
  if (latest && latest.of === of && latest.revision === revision) return latest.names;
  const names = api.names(undefined);
  latest = { of, revision, names };
  return names;
}

interface Offered extends Pick<Names, 'sources' | 'exhibits'> {
  parties: readonly string[];
  /** The names of the sources alone. */
  sourceNames: readonly string[];
}

/** The names of the case, to be offered where a party, a source or an exhibit is named; the same lists until they change. */
export function useNames(): Offered {
  const revision = useWindow((state) => state.revision);
  const loaded = useWindow((state) => state.loaded);
  const names = useAsked('names', () => namesAt(loaded, revision), [loaded, revision]);
  return useMemo(
    () => ({
      parties: names?.parties.map(({ name }) => name) ?? [],
      sources: names?.sources ?? [],
      sourceNames: names?.sources.map(({ name }) => name) ?? [],
      exhibits: names?.exhibits ?? [],
    }),
    [names],
  );
}
