/** Why: the drawer is a native popover; this gives it focus when it opens and closes it when a link in it is taken. */

export function startMenu(): void {
  const menu = document.querySelector<HTMLElement>('#menu');
  if (!menu || !('hidePopover' in menu)) return;
  menu.addEventListener('toggle', (event) => {
    if (event.newState === 'open') menu.querySelector<HTMLElement>('[popovertargetaction=hide]')?.focus();
  });
  menu.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && menu.matches(':popover-open')) menu.hidePopover();
  });
}
