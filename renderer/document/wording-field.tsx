import { TextField } from '../ui/fields.tsx';
import { useT } from '../ui/words.tsx';

interface WordingFieldProps {
  label: string;
  value: string;
  /** The words of the passage as they stand. */
  words: string;
  onChange: (wording: string) => void;
  wrong: string | undefined;
}

/** What a passage is to say instead; below it what an empty wording, or one that is no other, would mean. */
export function WordingField({ label, value, words, onChange, wrong }: WordingFieldProps) {
  const t = useT();
  const means = value === '' ? 'empty' : value === words ? 'same' : 'other';
  return (
    <TextField
      label={label}
      hint={t(`document.query.wordingMeans.${means}`)}
      value={value}
      onChange={onChange}
      wrong={wrong}
      long
      serif
    />
  );
}
