import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './button.tsx';
import css from './menu.module.css';

export interface MenuChoice {
  id: string;
  face: ReactNode;
  /** The words of `face`, for typing ahead. */
  text: string;
  run: () => void;
}

/** A button that opens a menu. */
export function MenuButton(props: {
  label: string;
  face: ReactNode;
  choices: readonly MenuChoice[];
  className?: string;
  excludeFromTabOrder?: boolean;
}) {
  const { label, face, choices, className = '', excludeFromTabOrder = false } = props;
  return (
    <MenuTrigger>
      <Button kind="quiet" aria-label={label} className={className} excludeFromTabOrder={excludeFromTabOrder}>
        {face}
      </Button>
      <Popover className={css['popover'] ?? ''} placement="bottom end">
        <Menu className={css['menu'] ?? ''} aria-label={label}>
          {choices.map(({ id, face: item, text, run }) => (
            <MenuItem key={id} id={id} textValue={text} className={css['item'] ?? ''} onAction={run}>
              {item}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
