/* Theme before first paint: the only storage read outside src/store. */
!(function (d, s) {
  d.dataset.js = '';
  if (/[?&]embed\b/.test(location.search)) d.dataset.embed = '';
  try {
    s = localStorage.getItem('ringside:theme');
    if (s === 'light' || s === 'dark') d.dataset.theme = s;
  } catch {}
})(document.documentElement);
