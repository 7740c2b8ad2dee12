import { useMemo, useState } from 'react';
import { DOUBT_GLYPH, MARK_GLYPHS } from '../../shared/messages/glyphs.ts';
import type { DocumentView } from '../../shared/queries/document-view.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { select, useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { Paged } from '../ui/paged.tsx';
import { useT } from '../ui/words.tsx';
import { CoverMark } from './cover-mark.tsx';
import css from './side-panel.module.css';
import { entriesOf, LISTINGS, type Entry, type Listing } from './reading/entries.ts';
import type { Reader } from './reading/reader-actions.ts';
import type { Reading } from './reading/reading.ts';
import type { Account } from './reading/use-account.ts';
import { SidePanel } from './side-panel.tsx';

interface PassagePanelProps {
  view: DocumentView;
  reading: Reading;
  account: Account | null;
  reader: Reader;
}

/** What is marked in the text, in reading order: the text for whoever would rather go through a list. */
export function PassagePanel({ view, reading, account, reader }: PassagePanelProps) {
  const t = useT();
  const selectedId = useWindow((state) => state.selectedId);
  const [listing, setListing] = useState<Listing>('marked');
  const entries = useMemo(
    () => entriesOf(listing, view, account, reading.positions),
    [listing, view, account, reading],
  );
  return (
    <SidePanel title={t('document.list.title')}>
      <SelectField
        label={t('document.list.show')}
        value={listing}
        choices={LISTINGS.map((value) => ({ value, text: t(`document.list.listings.${value}`) }))}
        onChange={setListing}
      />
      <p className={css['soft']}>{t('document.list.count', { count: entries.length })}</p>
      <Paged key={listing} items={entries} keyOf={({ key }) => key} className={css['list']}>
        {(entry) => (
          <Button
            kind="quiet"
            className={css['entry'] ?? ''}
            aria-current={'passage' in entry && entry.passage.allegationId === selectedId}
            onPress={() => {
              if ('passage' in entry) select(entry.passage.allegationId);
              reader.show(entry);
            }}
          >
            <EntryName entry={entry} />
            <span className={css['words']} dir="auto">
              {reading.text.slice(entry.from, entry.to)}
            </span>
          </Button>
        )}
      </Paged>
    </SidePanel>
  );
}

function EntryName({ entry }: { entry: Entry }) {
  const t = useT();
  if ('passage' in entry) {
    const { ref, state, doubt } = entry.passage;
    return (
      <span className={css['name']}>
        <b>{ref}</b> <StateMark state={state} />
        {doubt !== null && (
          <span className={css['doubt']}>
            <b aria-hidden>{DOUBT_GLYPH}</b> {t(`words.doubts.${doubt}`)}
          </span>
        )}
      </span>
    );
  }
  if ('mark' in entry) {
    return (
      <span className={css['name']}>
        <b aria-hidden>{MARK_GLYPHS[entry.mark]}</b> {t(`words.markKinds.${entry.mark}`)}
      </span>
    );
  }
  return (
    <span className={css['name']}>
      <CoverMark cover={entry.cover} />
    </span>
  );
}
