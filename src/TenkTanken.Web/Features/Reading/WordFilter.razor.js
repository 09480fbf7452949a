const filter = document.querySelector('.word-filter');
const field = filter.querySelector('input');
const told = filter.querySelector('[role=status]');
const plain = text => text.toLowerCase().replace(/[\s\u00a0\u00ad]+/g, ' ');
const items = [...document.querySelectorAll(filter.dataset.of)].map(element => ({ element, text: plain(element.textContent) }));

function show() {
  const words = plain(field.value).split(' ').filter(word => word);
  for (const { element, text } of items) {
    element.hidden = !words.every(word => text.includes(word));
  }

  // Of a part of which nothing is left, the heading goes as well, and so does what led to any of it.
  for (const part of new Set(items.map(({ element }) => element.closest('section')))) {
    part?.toggleAttribute('hidden', items.every(({ element }) => element.hidden || !part.contains(element)));
  }

  for (const link of document.querySelectorAll('.contents a')) {
    const target = document.getElementById(decodeURIComponent(new URL(link.href).hash.slice(1)));
    link.parentElement.hidden = target?.closest('[hidden]') != null;
  }

  const shown = items.filter(({ element }) => !element.hidden).length;
  told.textContent = words.length === 0 ? ''
    : shown === 0 ? filter.dataset.none
    : filter.dataset.shown.replace('{shown}', shown).replace('{all}', items.length);
}

function showAll() {
  field.value = '';
  show();
}

field.addEventListener('input', show);
// What was looked for is not there for the next one who goes back to the page.
addEventListener('pagehide', showAll);
addEventListener('beforeprint', showAll);
addEventListener('hashchange', () => {
  if (document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest('[hidden]')) {
    showAll();
    document.getElementById(decodeURIComponent(location.hash.slice(1))).scrollIntoView();
  }
});
filter.hidden = false;
