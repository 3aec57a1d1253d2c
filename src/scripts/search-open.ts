/** Why: the search's program and index are fetched when somebody searches, not before. */

export function startSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#search');
  if (!dialog) return;
  const open = () => {
    if (dialog.open) return;
    document.querySelector<HTMLElement>('#menu:popover-open')?.hidePopover();
    // Open at once, so that what is typed meanwhile lands in the field.
    dialog.showModal();
    const program = import('./search');
    void style(dialog).then(async () => (await program).attachSearch(dialog));
  };
  for (const button of document.querySelectorAll('[data-search-open]'))
    button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const ctrlK = event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !ctrlK) return;
    event.preventDefault();
    open();
  });
  // In a search field Escape would only empty the field.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  // A click on the backdrop closes: the dialog itself is the target only outside its content box.
  dialog.addEventListener('click', (event) => {
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) dialog.close();
  });
}

/** The dialog's own style sheet, once; a sheet that does not come must not keep the search shut. */
function style(dialog: HTMLDialogElement): Promise<void> {
  const href = dialog.dataset.style;
  if (href === undefined) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve) => {
    const done = () => {
      delete dialog.dataset.style;
      resolve();
    };
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
  });
}
