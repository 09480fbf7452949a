// One slide at a time. The slide stands in the fragment, so a reload and a link come back to it; there is one page in the
// browser's history however far one has come.
const place = document.querySelector('[data-slides]');
const slides = [...place.querySelectorAll('.slide')];
const said = place.querySelector('[data-said]');
const warning = place.querySelector('[data-warning]');
const help = place.querySelector('[data-help]');
const more = document.getElementById('slides-more');
const letters = place.querySelector('[data-letters-switch]');
const headings = slides.map(slide => slide.querySelector('h2'));
const button = act => place.querySelector(`[data-act="${act}"]`);

// Of a finger that goes over the screen, in pixels.
const SWIPE = 60;

// How large the letters of each slide can be, as counted from its words; 1 is the largest.
const fills = slides.map(slide => Number(wordsOf(slide).dataset.fill));

let at = 0;
let touched = null;

const acts = {
  next: () => show(at + 1),
  previous: () => show(at - 1),
  first: () => show(0),
  last: () => show(slides.length - 1),
  overview: () => setOverview(!place.hasAttribute('data-overviewing')),
  blank: () => setBlank(!place.hasAttribute('data-blank')),
  fullScreen: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {}),
  print: () => print(),
  help: () => help.togglePopover?.(),
};

const keys = {
  ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next',
  ArrowLeft: 'previous', ArrowUp: 'previous', PageUp: 'previous', Home: 'first', End: 'last',
};

// Those that are in the way of whoever speaks to the machine, and can be switched off.
const letterKeys = { f: 'fullScreen', b: 'blank', o: 'overview', '.': 'blank', '?': 'help' };

document.documentElement.dataset.colorScheme = place.dataset.room;
letters.checked = place.hasAttribute('data-letters');
place.querySelector('[data-controls]').hidden = false;
place.toggleAttribute('data-presenting', true);
show(Math.max(0, headings.findIndex(heading => heading.id === fragment())), { isFirst: true });
keepAwake();

addEventListener('hashchange', () => {
  const number = headings.findIndex(heading => heading.id === fragment());
  if (number >= 0) {
    setOverview(false);
    show(number);
  }
});
addEventListener('keydown', press);
addEventListener('resize', fit);
addEventListener('beforeprint', () => fills.forEach((fill, index) => wordsOf(slides[index]).dataset.fill = fill));
addEventListener('afterprint', fit);
addEventListener('fullscreenchange', () => button('fullScreen').setAttribute('aria-pressed', !!document.fullscreenElement));
document.addEventListener('visibilitychange', keepAwake);
// Whoever goes on behind it with the keyboard is to see where she is.
help.addEventListener('focusout', event => event.relatedTarget && !help.contains(event.relatedTarget) && help.hidePopover?.());
place.addEventListener('click', event => {
  const act = event.target.closest('[data-act]')?.dataset.act;
  if (act) {
    // Done with, where the screen has room for them only when they are asked for.
    more.hidePopover?.();
    acts[act]();
    // From now on keys turn the slides; whoever presses them with a mouse does not look for the mark.
    if (event.detail > 0 && act !== 'overview') {
      event.target.closest('button').blur();
    }
  } else if (place.hasAttribute('data-blank')) {
    setBlank(false);
  } else if (event.target.closest('.slides__top a[href*="#"]')?.hash === location.hash) {
    // The slide one has come from: the address stays as it is.
    setOverview(false);
  }
});
// Whoever steers from another screen (Steering/WallPage.razor.js).
place.addEventListener('steer', ({ detail }) => {
  const number = headings.findIndex(heading => heading.id === detail.slide);
  if (number >= 0 && number !== at) {
    setOverview(false);
    show(number);
  }

  if (detail.blank !== place.hasAttribute('data-blank')) {
    setBlank(detail.blank);
  }
});
place.addEventListener('touchstart', event => touched = event.touches.length === 1 ? event.touches[0] : null, { passive: true });
place.addEventListener('touchend', event => {
  const end = event.changedTouches[0];
  const [along, across] = touched ? [end.clientX - touched.clientX, end.clientY - touched.clientY] : [0, 0];
  touched = null;
  if (Math.abs(along) > SWIPE && Math.abs(along) > 2 * Math.abs(across) && !place.hasAttribute('data-overviewing')) {
    acts[along < 0 ? 'next' : 'previous']();
  }
}, { passive: true });

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

function press(event) {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
    return;
  }

  const isLetter = event.key.length === 1 && event.key !== ' ';
  const act = isLetter ? letters.checked && letterKeys[event.key.toLowerCase()] : keys[event.key];
  if (event.key === 'Escape' && place.hasAttribute('data-overviewing')) {
    setOverview(false);
  } else if (help.getClientRects().length > 0) {
    // Its own keys, and the one that has opened it.
    if (act === 'help') {
      help.hidePopover();
    }
  } else if (place.hasAttribute('data-blank') && (act || event.key === 'Escape')) {
    event.preventDefault();
    setBlank(false);
  } else if (act && !(event.key === ' ' && event.target.closest('button, a, summary, input'))
      && (isLetter || !place.hasAttribute('data-overviewing'))) {
    event.preventDefault();
    acts[event.key === ' ' && event.shiftKey ? 'previous' : act]();
  }
}

function show(number, { isFirst = false } = {}) {
  at = Math.min(slides.length - 1, Math.max(0, number));
  slides.forEach((slide, index) => slide.toggleAttribute('data-current', index === at));
  button('previous').disabled = at === 0;
  button('next').disabled = at === slides.length - 1;
  if (!isFirst && location.hash !== `#${headings[at].id}`) {
    history.replaceState(null, '', `#${headings[at].id}`);
  }

  // Whoever has begun has seen it.
  warning.hidden ||= !isFirst;
  fit();
  scrollTo(0, 0);
  if (!isFirst) {
    say(place.dataset.position.replace('{number}', at + 1).replace('{count}', slides.length).replace('{title}', slides[at].dataset.title));
  }
}

// Counted from the words it is a little too small: as large as the screen has room for.
function fit() {
  const words = wordsOf(slides[at]);
  for (let fill = 1; fill <= fills[at]; fill++) {
    words.dataset.fill = fill;
    if (document.scrollingElement.scrollHeight <= innerHeight) {
      return;
    }
  }
}

function wordsOf(slide) {
  return slide.querySelector('.slide__words');
}

function setOverview(isOpen) {
  place.toggleAttribute('data-overviewing', isOpen);
  button('overview').setAttribute('aria-expanded', isOpen);
  const links = [...place.querySelectorAll('.slides__top ol a')];
  links.forEach((link, index) => index === at ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
  if (isOpen) {
    links[at].focus();
  } else {
    fit();
  }
}

function setBlank(isBlank) {
  place.toggleAttribute('data-blank', isBlank);
  button('blank').setAttribute('aria-pressed', isBlank);
  say(isBlank ? place.dataset.blanked : '');
}

function say(words) {
  said.textContent = words;
}

// Only where the address is safe (https, or this machine) can a page ask for it; and each time it has been out of sight.
async function keepAwake() {
  try {
    await navigator.wakeLock.request('screen');
  } catch {
    warning.hidden = document.hidden || at > 0;
    fit();
  }
}
