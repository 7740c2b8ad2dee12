import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import css from './button.module.css';

/** `primary` for the one thing a form is for, `quiet` for what stands in a line of text or a tool bar. */
export type ButtonKind = 'plain' | 'primary' | 'quiet';

export function Button({ kind = 'plain', ...props }: ButtonProps & { kind?: ButtonKind }) {
  const className = `${css['button']} ${css[kind]} ${typeof props.className === 'string' ? props.className : ''}`;
  return <AriaButton {...props} className={className} />;
}
