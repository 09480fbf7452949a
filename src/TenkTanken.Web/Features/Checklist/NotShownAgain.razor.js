const { instead } = document.querySelector('script[data-instead]').dataset;

// Only now: who reloads the page before the code is written down still sees it again.
addEventListener('click', ({ target }) => {
  const link = target.closest('a[href]');
  if (link?.origin === location.origin && link.pathname !== location.pathname) {
    history.replaceState(null, '', instead);
  }
});

// As a page that one came to by a link, it could be kept for Back: then with nothing on it.
addEventListener('pagehide', () => document.querySelector('main').hidden = true);
addEventListener('pageshow', event => event.persisted && location.replace(instead));
