import { SECTIONS } from '../../shared/report/report-words.ts';
import { useWindow } from '../store.ts';
import { SelectField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import css from './report.module.css';

/** As many allegations as anybody looks through in a list; those after them are found in the pages themselves. */
const MOST = 500;

/** Where to go in the pages: the sections of the report and, below them, its allegations. */
export function Outline({ refs, onGo }: { refs: readonly string[] | null; onGo: (place: string) => void }) {
  const t = useT();
  const rows = useWindow((state) => state.rows);
  const chosen = refs && new Set(refs);
  const allegations = [];
  for (const { ref, statement } of rows.values()) {
    if (allegations.length === MOST) break;
    if (chosen === null || chosen.has(ref)) allegations.push({ value: ref, text: `${ref} ${statement}` });
  }
  const sections = SECTIONS.map((id) => ({ value: id as string, text: t(`report.${id}.title`) }));
  const at = sections.findIndex(({ value }) => value === 'allegations') + 1;
  return (
    <div className={css['outline']}>
      <SelectField
        label={t('reportView.outline')}
        value={null}
        placeholder={t('reportView.outlineGo')}
        choices={[...sections.slice(0, at), ...allegations, ...sections.slice(at)]}
        onChange={onGo}
      />
    </div>
  );
}
