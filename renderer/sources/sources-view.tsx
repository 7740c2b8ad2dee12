import { useState } from 'react';
import type { SourceRow } from '../../shared/queries/sources-view.ts';
import { fold } from '../../shared/text/fold.ts';
import { api } from '../api.ts';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useT } from '../ui/words.tsx';
import { openDialog } from '../ui-state.ts';
import { OriginView } from './origin-view.tsx';
import { SourceList } from './source-list.tsx';
import css from './sources.module.css';

const FILTERS = ['all', 'confidential', 'ungraded', 'unused'] as const;
type Filter = (typeof FILTERS)[number];

const FITS: Record<Filter, (row: SourceRow) => boolean> = {
  all: () => true,
  confidential: ({ confidential }) => confidential,
  ungraded: ({ reliability }) => reliability === 'F',
  unused: ({ evidence }) => evidence === 0,
};

const LOOKS = ['list', 'graph'] as const;

/** Whom the case has something from, and where they have it from. */
export function SourcesView() {
  const t = useT();
  const [look, setLook] = useState<(typeof LOOKS)[number]>('list');
  return (
    <div className={css['page']}>
      <header className={css['bar']}>
        <h2>{t('sourcesView.title')}</h2>
        <div role="group" aria-label={t('sourcesView.views')} className={css['looks']}>
          {LOOKS.map((each) => (
            <Button key={each} aria-pressed={each === look} onPress={() => setLook(each)}>
              {t(`sourcesView.${each}View`)}
            </Button>
          ))}
        </div>
        <Button onPress={() => openDialog('protected-names')}>{t('menu.actions.protected-names')}</Button>
        <Button onPress={() => openDialog('exhibits')}>{t('menu.actions.exhibits')}</Button>
      </header>
      {look === 'list' ? <Listed /> : <OriginView />}
    </div>
  );
}

function Listed() {
  const t = useT();
  const revision = useWindow((state) => state.revision);
  const writable = useWindow(({ loaded }) => loaded?.readOnly === null);
  const rows = useAsked('sources', () => api.sources(undefined), [revision]);
  const [find, setFind] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  if (!rows) return null;
  const wanted = fold(find);
  const shown = rows.filter(
    (row) => FITS[filter](row) && fold(`${row.name} ${row.party ?? ''}`).includes(wanted),
  );
  return (
    <>
      <div className={css['tools']}>
        <TextField label={t('sourcesView.find')} value={find} onChange={setFind} />
        <SelectField
          label={t('sourcesView.filter')}
          value={filter}
          choices={FILTERS.map((value) => ({ value, text: t(`sourcesView.filters.${value}`) }))}
          onChange={setFilter}
        />
        <p className={css['soft']} role="status">
          {t('sourcesView.found', { count: shown.length, all: rows.length })}
        </p>
        <Button isDisabled={!writable} onPress={() => openDialog('add-source')}>
          {t('menu.actions.add-source')}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className={css['nothing']}>
          {t(rows.length === 0 ? 'sourcesView.none' : 'sourcesView.noneFound')}
        </p>
      ) : (
        <SourceList rows={shown} />
      )}
    </>
  );
}
