import { useState } from 'react';
import type { OriginGraph } from '../../shared/queries/origin-graph.ts';
import { useWindow } from '../store.ts';
import { SelectField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import { aroundSource } from './around-source.ts';
import { OriginDrawing } from './origin-drawing.tsx';
import { OriginLists } from './origin-lists.tsx';
import css from './sources.module.css';
import { useOriginGraph } from './use-origin-graph.ts';

/** So many sources can still be told apart in a drawing. */
const DRAWN = 150;

/** Who has it from whom: drawn, and told as lists. */
export function OriginView() {
  const t = useT();
  const selected = useWindow(({ rows, selectedId }) =>
    selectedId === null ? undefined : rows.get(selectedId),
  );
  const [of, setOf] = useState<'case' | 'allegation'>('case');
  const allegationId = of === 'allegation' && selected ? selected.id : null;
  const graph = useOriginGraph(allegationId);
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
      {sources.length === 0 ? (
        <p className={css['soft']}>{t('sourcesView.graphEmpty')}</p>
      ) : (
        <Drawn graph={graph} />
      )}
      <OriginLists graph={graph} />
    </div>
  );
}

/** The drawing; of more sources than can be told apart only what the selected one has to do with. */
function Drawn({ graph }: { graph: OriginGraph }) {
  const t = useT();
  const sourceId = useWindow((state) => state.sourceId);
  const count = graph.sources.length;
  if (count <= DRAWN) return <OriginDrawing shown={graph} />;
  const chosen = graph.sources.find(({ id }) => id === sourceId);
  return (
    <>
      <p className={css['soft']}>
        {t('sourcesView.graphTooLarge', { count })}{' '}
        {chosen ? t('sourcesView.graphAround', { name: chosen.name }) : t('sourcesView.graphChoose')}
      </p>
      {chosen && <OriginDrawing shown={aroundSource(graph, chosen.id, DRAWN)} />}
    </>
  );
}
