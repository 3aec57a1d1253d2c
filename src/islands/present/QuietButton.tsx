/** Why: a button that a mouse presses while keys are typed must not keep the focus: Enter would press it again. */
import type { ButtonHTMLAttributes } from 'react';

export const QuietButton = (props: ButtonHTMLAttributes<HTMLButtonElement>) => (
  <button {...props} type="button" onMouseDown={(event) => event.preventDefault()} />
);
