import type { ExhibitView } from '../../shared/answers.ts';
import { Address } from '../inspector/address.tsx';
import { RemoveButton } from '../inspector/remove-button.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useT } from '../ui/words.tsx';
import { whenWords } from '../when.ts';
import { sizeWords } from './size-words.ts';
import css from './sources.module.css';

interface ExhibitEntryProps {
  exhibit: ExhibitView;
  writable: boolean;
  onOpen: () => void;
  onEdit: () => void;
}

const FILE_MARKS: Record<ExhibitView['file'], string> = { there: '✓', missing: '∅', altered: '≠' };

/** One exhibit of the list. */
export function ExhibitEntry({ exhibit, writable, onOpen, onEdit }: ExhibitEntryProps) {
  const t = useT();
  const language = useLanguage();
  const { id, number, title, kind, bytes, sha256, file, uses, graphic, notes } = exhibit;
  const times = (['published', 'captured', 'accessed'] as const).flatMap((name) => {
    const stored = exhibit[`${name}On`];
    return stored === null ? [] : [t(`exhibits.${name}`, { date: whenWords(stored, t, language) })];
  });
  const used = uses.map(({ ref, number: item }) => `${ref} #${item}`).join(', ');
  return (
    <div className={css['exhibit']}>
      <p className={css['name']}>
        <b dir="auto">{t('exhibits.name', { number, title })}</b>
        {graphic && <span className={css['confidential']}>{t('exhibits.graphic')}</span>}
        <span className={css['file']} data-file={file}>
          <span aria-hidden>{FILE_MARKS[file]} </span>
          {t(`exhibits.files.${file}`)}
        </span>
      </p>
      <p className={css['soft']}>
        <bdi>
          {[
            t('exhibits.size', { kind: t(`words.exhibits.${kind}`), size: sizeWords(bytes, language) }),
            ...times,
            used === '' ? t('exhibits.unused') : t('exhibits.usedIn', { uses: used }),
          ].join(' · ')}
        </bdi>
      </p>
      {exhibit.address !== null && <Address address={exhibit.address} />}
      {exhibit.archivedAddress !== null && <Address address={exhibit.archivedAddress} />}
      {notes !== '' && (
        <p className={css['notes']} dir="auto">
          {notes}
        </p>
      )}
      <p className={css['soft']}>
        <code>{sha256}</code>
      </p>
      <div className={css['line']}>
        <Button kind="quiet" aria-label={t('exhibits.openNamed', { number })} onPress={onOpen}>
          {t('exhibits.open')}
        </Button>
        {writable && (
          <>
            <Button kind="quiet" aria-label={t('exhibits.editNamed', { number })} onPress={onEdit}>
              {t('exhibits.edit')}
            </Button>
            {uses.length === 0 && (
              <RemoveButton kind="exhibits" id={id} label={t('exhibits.removeNamed', { number })} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
