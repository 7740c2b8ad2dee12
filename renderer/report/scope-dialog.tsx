import { useMemo, useState } from 'react';
import { STATES, type State } from '../../shared/case/words.ts';
import type { AllegationRow } from '../../shared/queries/rows.ts';
import { fold } from '../../shared/text/fold.ts';
import { StateMark } from '../marks/state-mark.tsx';
import { useWindow } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField, RadioField, SelectField, TextField } from '../ui/fields.tsx';
import { Paged } from '../ui/paged.tsx';
import { useT } from '../ui/words.tsx';
import type { useChoices } from './choices.ts';
import css from './report.module.css';

interface ScopeDialogProps {
  choices: ReturnType<typeof useChoices>[0];
  choose: ReturnType<typeof useChoices>[1];
  onClose: () => void;
}

/** Which allegations the report is of: all, those that a filter finds, or those that were ticked one by one. */
export function ScopeDialog({ choices, choose, onClose }: ScopeDialogProps) {
  const t = useT();
  const rows = useWindow((state) => state.rows);
  const [isAll, setAll] = useState(choices.refs === null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(choices.refs ?? []));
  const [words, setWords] = useState(choices.words);
  const [sought, setSought] = useState('');
  const [state, setState] = useState<State | 'any'>('any');
  const [serious, setSerious] = useState(false);
  const found = useMemo(
    () => [...rows.values()].filter((row) => fits(row, fold(sought), state, serious)),
    [rows, sought, state, serious],
  );
  // One that went to the trash meanwhile is not chosen any more.
  const known = useMemo(() => new Set([...rows.values()].map(({ ref }) => ref)), [rows]);
  const refs = [...chosen].filter((ref) => known.has(ref));
  const tick = (ticked: readonly AllegationRow[], is: boolean): void => {
    const next = new Set(chosen);
    for (const { ref } of ticked) {
      if (is) next.add(ref);
      else next.delete(ref);
    }
    setChosen(next);
  };
  const done = (): void => {
    choose(isAll ? { refs: null, words: '' } : { refs, words });
    onClose();
  };
  return (
    <Dialog
      title={t('reportView.scope.title')}
      onClose={onClose}
      size="large"
      foot={
        <>
          <Button onPress={onClose}>{t('frame.cancel')}</Button>
          <Button kind="primary" isDisabled={!isAll && refs.length === 0} onPress={done}>
            {t('frame.done')}
          </Button>
        </>
      }
    >
      <RadioField
        label={t('reportView.scope.of')}
        inRow
        value={isAll ? 'all' : 'chosen'}
        choices={(['all', 'chosen'] as const).map((value) => ({
          value,
          text: t(`reportView.scope.${value}`),
        }))}
        onChange={(value) => setAll(value === 'all')}
      />
      {!isAll && (
        <>
          <div className={css['filters']}>
            <TextField label={t('reportView.scope.sought')} value={sought} onChange={setSought} />
            <SelectField
              label={t('reportView.scope.state')}
              value={state}
              choices={(['any', ...STATES] as const).map((value) => ({
                value,
                text: value === 'any' ? t('reportView.scope.any') : t(`words.states.${value}`),
              }))}
              onChange={setState}
            />
            <CheckField label={t('reportView.scope.serious')} value={serious} onChange={setSerious} />
          </div>
          <div className={css['row']}>
            <p role="status">
              {t('reportView.scope.found', { count: found.length })}{' '}
              {t('reportView.scope.ticked', { count: refs.length })}
            </p>
            <Button isDisabled={found.length === 0} onPress={() => tick(found, true)}>
              {t('reportView.scope.tickFound')}
            </Button>
            <Button isDisabled={refs.length === 0} onPress={() => setChosen(new Set())}>
              {t('reportView.scope.untick')}
            </Button>
          </div>
          <Paged items={found} keyOf={({ id }) => id} className={css['ticks']}>
            {(row) => (
              <CheckField
                label={
                  <>
                    <b>{row.ref}</b> <StateMark state={row.state} /> <bdi>{row.statement}</bdi>
                  </>
                }
                value={chosen.has(row.ref)}
                onChange={(is) => tick([row], is)}
              />
            )}
          </Paged>
          <TextField
            label={t('reportView.scope.words')}
            hint={t('reportView.scope.wordsWhy')}
            value={words}
            onChange={setWords}
          />
        </>
      )}
    </Dialog>
  );
}

function fits(row: AllegationRow, sought: string, state: State | 'any', serious: boolean): boolean {
  if (state !== 'any' && row.state !== state) return false;
  if (serious && !row.serious) return false;
  if (sought === '') return true;
  const { ref, statement, claimant, assignee, tags } = row;
  return [ref, statement, claimant ?? '', assignee ?? '', ...tags].some((text) =>
    fold(text).includes(sought),
  );
}
