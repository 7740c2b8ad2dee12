import { ArrowUp, X } from 'lucide-react';
import { LIMITS } from '../../shared/case/limits.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';
import css from './publishing.module.css';
import { withLine, type FieldName, type RatingLine } from './publishing-draft.ts';

interface ScaleLinesProps {
  ratings: readonly RatingLine[];
  wrong: Partial<Record<FieldName, string>>;
  isDisabled: boolean;
  onChange: (ratings: RatingLine[]) => void;
}

/** The ratings of a scale, a line each: a label, and a number where the house has them. */
export function ScaleLines({ ratings, wrong, isDisabled, onChange }: ScaleLinesProps) {
  const t = useT();
  const set = (key: string, part: Partial<RatingLine>): void =>
    onChange(ratings.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const up = (at: number): void => {
    const moved = [...ratings];
    moved.splice(at - 1, 0, ...moved.splice(at, 1));
    onChange(moved);
  };
  return (
    <>
      <ol className={css['lines']}>
        {ratings.map(({ key, label, value }, at) => {
          const number = at + 1;
          return (
            <li key={key} className={css['line']}>
              <TextField
                label={t('publishing.label', { number })}
                value={label}
                onChange={(next) => set(key, { label: next })}
                wrong={wrong[`label:${key}`]}
                isDisabled={isDisabled}
                // A line that was just added is where the work goes on.
                autoFocus={label === '' && at === ratings.length - 1}
              />
              <TextField
                label={t('publishing.value', { number })}
                value={value}
                onChange={(next) => set(key, { value: next })}
                wrong={wrong[`value:${key}`]}
                isDisabled={isDisabled}
              />
              <span className={css['tools']}>
                <Button
                  kind="quiet"
                  aria-label={t('publishing.up', { number })}
                  isDisabled={isDisabled || at === 0}
                  onPress={() => up(at)}
                >
                  <ArrowUp size={16} aria-hidden />
                </Button>
                <Button
                  kind="quiet"
                  aria-label={t('publishing.remove', { number })}
                  isDisabled={isDisabled}
                  onPress={() => onChange(ratings.filter((line) => line.key !== key))}
                >
                  <X size={16} aria-hidden />
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <Button
        className={css['add'] ?? ''}
        isDisabled={isDisabled || ratings.length >= LIMITS.ratings}
        onPress={() => onChange(withLine(ratings))}
      >
        {t('publishing.add')}
      </Button>
    </>
  );
}
