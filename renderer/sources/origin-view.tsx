import { useState } from 'react';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { SelectField } from '../ui/fields.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { OriginGraphPicture } from './origin-graph.tsx';
import { OriginLists } from './origin-lists.tsx';
import css from './sources.module.css';

/** So many sources can still be told apart in a drawing. */
const DRAWN = 150;

/** Who has it from whom: drawn, and told as lists. */
export function OriginView() {
  const t = useT();
  const revision = useWindow((state) => state.revision);
  const selected = useWindow(({ rows, selectedId }) =>
    selectedId === null ? undefined : rows.get(selectedId),
  );
  const [of, setOf] = useState<'case' | 'allegation'>('case');
  const allegationId = of === 'allegation' && selected ? selected.id : null;
  const graph = useAsked(`graph:${allegationId}`, () => api.originGraph({ allegationId }), [revision]);
  if (!graph) return null;
  const { sources } = graph;
  return (
    <div className={css['scroll']}>
      {selected && (
        <div className={css['tools']}>
          <SelectField
            label={t('sourcesView.graphOf')}
            value={of}
            choices={[
              { value: 'case', text: t('sourcesView.graphCase') },
              { value: 'allegation', text: t('sourcesView.graphAllegation', { ref: selected.ref }) },
            ]}
            onChange={setOf}
          />
        </div>
      )}
      {sources.length === 0 && <p className={css['soft']}>{t('sourcesView.graphEmpty')}</p>}
      {sources.length > DRAWN && (
        <p className={css['soft']}>{t('sourcesView.graphTooLarge', { count: sources.length })}</p>
      )}
      {sources.length > 0 && sources.length <= DRAWN && <OriginGraphPicture graph={graph} />}
      <OriginLists graph={graph} />
    </div>
  );
}
