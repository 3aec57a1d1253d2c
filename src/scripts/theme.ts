/** Why: light, dark, or as the system says; `boot.js` applies the choice before the first paint, this changes it. */
import { recall, remember } from '../store/saved';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const current = (): Theme => {
  const saved = recall('theme');
  return saved === 'light' || saved === 'dark' ? saved : 'system';
};

function show(theme: Theme, buttons: readonly HTMLElement[]): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of buttons) {
    const label = button.dataset[theme] ?? '';
    button.setAttribute('aria-label', label);
    button.title = label;
  }
}

export function startTheme(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-theme-button]')];
  let theme = current();
  show(theme, buttons);
  for (const button of buttons)
    button.addEventListener('click', () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
      remember('theme', theme === 'system' ? null : theme);
      show(theme, buttons);
    });
  addEventListener('storage', (event) => {
    if (event.key === 'ringside:theme') show((theme = current()), buttons);
  });
}
