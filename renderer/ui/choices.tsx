import { ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { fold } from '../../shared/text/fold.ts';
import css from './fields.module.css';

/** What can be chosen: a value and the words for it. */
export interface Choice<V extends string = string> {
  value: V;
  text: string;
  detail?: string;
}

/** What can be chosen, as it unfolds under a field. */
export function Choices({ choices }: { choices: readonly Choice[] }) {
  return (
    <Popover className={css['popover'] ?? ''}>
      <ListBox className={css['list'] ?? ''}>
        {choices.map(({ value, text, detail }) => (
          <ListBoxItem key={value} id={value} textValue={text} className={css['item'] ?? ''}>
            <Text slot="label">{text}</Text>
            {detail !== undefined && (
              <Text slot="description" className={css['hint'] ?? ''}>
                {detail}
              </Text>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  );
}

/** So many are offered at once: a case may know ten thousand names, and all of them would hold the window. */
const OFFERED = 50;

/** The first of the choices that hold what was typed. */
export function offered(choices: readonly string[], typed: string): readonly string[] {
  if (choices.length <= OFFERED) return choices;
  const wanted = fold(typed);
  const found: string[] = [];
  for (const choice of choices) {
    if (found.length === OFFERED) break;
    if (fold(choice).includes(wanted)) found.push(choice);
  }
  return found;
}
