import { ChevronDown } from 'lucide-react';
import { useMemo, type ReactNode, type Ref } from 'react';
import {
  Button,
  Checkbox,
  ComboBox,
  Group,
  Input,
  Label,
  NumberField as AriaNumberField,
  Radio,
  RadioGroup,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { Choices, offered, type Choice } from './choices.tsx';
import css from './fields.module.css';

interface Field {
  label: string;
  /** A word of help below the field. */
  hint?: ReactNode;
  /** What is wrong with it, in a sentence. */
  wrong?: string | undefined;
  isDisabled?: boolean | undefined;
}

function Notes({ hint, wrong }: Pick<Field, 'hint' | 'wrong'>) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={css['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      {wrong !== undefined && (
        <Text slot="errorMessage" className={css['wrong'] ?? ''} role="alert">
          {wrong}
        </Text>
      )}
    </>
  );
}

interface TextFieldProps extends Field {
  value: string;
  onChange: (value: string) => void;
  onLeave?: () => void;
  onEnter?: () => void;
  onEscape?: () => void;
  /** Several lines; grows with what is written. */
  long?: boolean;
  serif?: boolean;
  autoFocus?: boolean;
  isRequired?: boolean;
  placeholder?: string;
  /** The id of what describes it, where that is told once for several fields. */
  describedBy?: string;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A line or several of text, in whatever direction it is written. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, onLeave, onEnter, onEscape, long, serif, placeholder, inputRef } = props;
  const { autoFocus = false, isDisabled = false, isRequired = false, wrong, describedBy } = props;
  const shape = {
    className: `${css['input']} ${serif ? css['serif'] : ''}`,
    dir: 'auto',
    ...(placeholder !== undefined && { placeholder }),
  };
  return (
    <AriaTextField
      className={css['field'] ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={wrong !== undefined}
      isDisabled={isDisabled}
      isRequired={isRequired}
      // Required is told by our own sentence when it matters, not by the browser's bubble.
      validationBehavior="aria"
      autoFocus={autoFocus}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      {...(onLeave && { onBlur: onLeave })}
      onKeyDown={(event) => {
        // The Enter that ends the composing of a word is part of the writing.
        if (event.nativeEvent.isComposing) event.continuePropagation();
        else if (event.key === 'Enter' && onEnter && (!long || event.ctrlKey || event.metaKey)) onEnter();
        else if (event.key === 'Escape' && onEscape) onEscape();
        else event.continuePropagation();
      }}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      {long ? (
        <TextArea {...shape} ref={inputRef ?? null} rows={2} />
      ) : (
        <Input {...shape} ref={inputRef ?? null} />
      )}
      <Notes {...props} />
    </AriaTextField>
  );
}

interface NumberFieldProps extends Field {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
}

/** A whole number within bounds; the arrow keys step it. What is not one is left as it was. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min, max, isDisabled = false, wrong } = props;
  return (
    <AriaNumberField
      className={css['field'] ?? ''}
      value={value}
      onChange={(next) => onChange(Number.isNaN(next) ? value : next)}
      minValue={min}
      maxValue={max}
      isDisabled={isDisabled}
      isInvalid={wrong !== undefined}
      formatOptions={{ maximumFractionDigits: 0 }}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      <Group className={css['stepper'] ?? ''}>
        <Button slot="decrement">−</Button>
        <Input className={css['input'] ?? ''} />
        <Button slot="increment">+</Button>
      </Group>
      <Notes {...props} />
    </AriaNumberField>
  );
}

interface ChoiceProps<V extends string> extends Field {
  value: V | null;
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
  /** Beside one another where there is room. */
  inRow?: boolean;
  /** What stands there while nothing is chosen. */
  placeholder?: string;
  /** Whether this is what its form is for: the keyboard goes there when the form opens. */
  first?: boolean;
}

/** One of a closed set, folded away until it is asked for. */
export function SelectField<V extends string>(props: ChoiceProps<V>) {
  const { label, value, choices, onChange, isDisabled = false, wrong, first = false, placeholder } = props;
  return (
    <Select
      {...(placeholder !== undefined && { placeholder })}
      data-first={first || undefined}
      className={css['field'] ?? ''}
      value={value}
      isDisabled={isDisabled}
      isInvalid={wrong !== undefined}
      onChange={(key) => onChange(key as V)}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      <Button className={`${css['input']} ${css['select']}`}>
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Notes {...props} />
      <Choices choices={choices} />
    </Select>
  );
}

/** One of a small closed set, all of it in sight. */
export function RadioField<V extends string>(props: ChoiceProps<V>) {
  const { label, value, choices, onChange, isDisabled = false, wrong, inRow = false, first = false } = props;
  return (
    <RadioGroup
      data-first={first || undefined}
      className={css['field'] ?? ''}
      value={value}
      isDisabled={isDisabled}
      isInvalid={wrong !== undefined}
      onChange={(key) => onChange(key as V)}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      <div className={css['radios']} data-row={inRow || undefined}>
        {choices.map(({ value: each, text, detail }) => (
          <Radio key={each} value={each} className={css['radio'] ?? ''}>
            <span className={css['dot']} aria-hidden />
            <span>
              {text}
              {detail !== undefined && <span className={css['detail']}>{detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <Notes {...props} />
    </RadioGroup>
  );
}

interface ComboFieldProps extends Field {
  value: string;
  choices: readonly string[];
  onChange: (value: string) => void;
  onLeave?: () => void;
  /** Enter, while it does not choose anything of the list. */
  onEnter?: () => void;
  onEscape?: () => void;
  isRequired?: boolean;
}

/** A line of text with what was written before to choose from; anything else may be written. */
export function ComboField(props: ComboFieldProps) {
  const { label, value, choices, onChange, onLeave, onEnter, onEscape } = props;
  const { isDisabled = false, isRequired = false, wrong } = props;
  // Forms draw all of their fields with each letter that is written in any of them.
  const names = useMemo(
    () => offered(choices, value).map((name) => ({ value: name, text: name })),
    [choices, value],
  );
  return (
    <ComboBox
      className={css['field'] ?? ''}
      allowsCustomValue
      inputValue={value}
      onInputChange={onChange}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      menuTrigger="input"
      {...(onLeave && { onBlur: onLeave })}
    >
      <Label className={css['label'] ?? ''}>{label}</Label>
      <div className={css['combo']}>
        <Input
          className={css['input'] ?? ''}
          dir="auto"
          onKeyDown={(event) => {
            const input = event.currentTarget;
            const open = input.getAttribute('aria-expanded') === 'true';
            if (event.key === 'Escape' && !open) onEscape?.();
            const chooses = open && input.hasAttribute('aria-activedescendant');
            if (event.key === 'Enter' && !chooses && !event.nativeEvent.isComposing) onEnter?.();
          }}
        />
        <Button className={css['chevron'] ?? ''}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <Notes {...props} />
      <Choices choices={names} />
    </ComboBox>
  );
}

interface CheckFieldProps extends Omit<Field, 'label'> {
  label: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
}

/** Yes or no. */
export function CheckField({ label, value, onChange, isDisabled = false, hint }: CheckFieldProps) {
  return (
    <div className={css['field']}>
      <Checkbox className={css['check'] ?? ''} isSelected={value} onChange={onChange} isDisabled={isDisabled}>
        <span className={css['box']} aria-hidden />
        <span>
          {label}
          {hint !== undefined && <span className={css['detail']}>{hint}</span>}
        </span>
      </Checkbox>
    </div>
  );
}
