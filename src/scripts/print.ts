/** Why: a sheet that is made to be printed has a button for it. It is hidden until this runs, so that it never stands there dead. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
