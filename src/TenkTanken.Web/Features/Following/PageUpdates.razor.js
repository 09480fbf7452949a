// Follows a state of the server's over one stream of events, and brings the page up to date by asking for it anew. The page
// is never reloaded: where one is on it, what is open and what is filled in stays.
const place = document.querySelector('[data-following]');
const status = place.querySelector('[role="status"]');
const takeIn = place.querySelector('button');
const words = place.dataset;
const regions = words.regions.split(',');

// Milliseconds. The server says something now and then; a line that is dead without a word says nothing (FollowingPace).
const [HEARD_WITHIN, OPENED_WITHIN, ANSWERED_WITHIN, LONGEST_PAUSE] =
  [words.heardWithin, words.openedWithin, words.answeredWithin, words.longestPause].map(Number);
const TOLD_AFTER = 5000;
const PAUSES = [1000, 2000, 5000, 10000, 20000];

const FOCUSABLE = 'a[href], button, summary, [tabindex]';

let stream = null;
let silence, reopening, telling, asking;
let failures = 0;
let isLost = false;
let isHeard = false;

// Which version is shown and which is there; the page as it was fetched last, and of each region what is shown of it.
let shown = words.version;
let newest = shown;
let fetched = null;
let isAsked = false;
let isElsewhere = false;
let isRefused = false;
let tries = 0;
let standing = [];
const known = new Map(regions.map(region => [region, wordsOf(document.querySelector(region))]));

// The page keeps the place itself, and the browser would do it once more.
document.documentElement.style.overflowAnchor = 'none';

document.addEventListener('visibilitychange', () => document.hidden ? rest() : open());
addEventListener('pagehide', rest);
addEventListener('pageshow', event => event.persisted && open());
addEventListener('online', () => {
  close();
  open();
});
for (const type of ['change', 'focusout', 'input', 'reset', 'toggle']) {
  document.addEventListener(type, () => standing.length > 0 && setTimeout(exchange), true);
}

// The page's own script has given it another address, under which it shows something else.
document.addEventListener('elsewhere', () => {
  isElsewhere = true;
  ask(0);
});

takeIn.addEventListener('click', () => {
  exchange({ anyway: true });
  // What was pressed is gone.
  regions.map(region => document.querySelector(region)).find(region => region?.hasAttribute('tabindex'))?.focus({ preventScroll: true });
});

open();

function open() {
  clearTimeout(reopening);
  if (document.hidden || stream) {
    return;
  }

  isHeard = false;
  stream = new EventSource(words.following);
  stream.addEventListener('heartbeat', hear);
  stream.addEventListener('state', ({ data }) => {
    hear();
    const { spread, state } = JSON.parse(data);
    newest = state.version;
    // The page's own script may know more to do with it.
    document.dispatchEvent(new CustomEvent('followed', { detail: state }));
    ask(Math.random() * spread);
  });
  // The browser would try again by itself, but not always: a proxy's own answer ends it.
  stream.addEventListener('error', lose);
  expect(OPENED_WITHIN);
}

function expect(within) {
  clearTimeout(silence);
  silence = setTimeout(miss, within);
}

function hear() {
  isHeard = true;
  failures = 0;
  clearTimeout(telling);
  telling = null;
  isLost = false;
  say();
  expect(HEARD_WITHIN);
}

function miss() {
  lose();
  // Where the server answers and nothing of the stream comes through, a proxy holds it back until it ends. Then one has to ask.
  if (!isHeard && !isAsked) {
    isAsked = true;
    fetchPage({ isToldOf: false });
  }
}

function lose() {
  close();
  telling ??= setTimeout(() => {
    isLost = true;
    say();
  }, TOLD_AFTER);
  // Not all at the same moment: the server may just have started again.
  reopening = setTimeout(open, pause(failures++) * (0.5 + Math.random() / 2));
}

function close() {
  stream?.close();
  stream = null;
  clearTimeout(silence);
  clearTimeout(reopening);
}

// Nobody sees the page. It is brought up to date when somebody does.
function rest() {
  close();
  clearTimeout(telling);
  clearTimeout(asking);
  telling = null;
  isAsked = isLost = false;
  failures = 0;
  say();
}

function ask(after) {
  if (isAsked || (newest === shown && !isElsewhere)) {
    return;
  }

  isAsked = true;
  asking = setTimeout(fetchPage, after);
}

async function fetchPage({ isToldOf = true } = {}) {
  const address = location.href;
  try {
    const answer = await fetch(address, { cache: 'no-store', headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(ANSWERED_WITHIN) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const version = page.querySelector('[data-following]')?.dataset.version;
    isRefused = !answer.ok || !version;
    if (!isRefused) {
      fetched = page;
      shown = version;
      if (!isToldOf) {
        newest = version;
        failures = 0;
        isLost = false;
        clearTimeout(telling);
        telling = null;
      }

      isElsewhere = address !== location.href;
      document.title = page.title;
      exchange();
    }
  } catch {
    // No answer. The stream tells whether the server is there at all.
  }

  tries = shown === newest ? 0 : tries + 1;
  isAsked = false;
  say();
  if (!document.hidden) {
    ask(isElsewhere ? 0 : pause(tries));
  }
}

// What somebody has filled in stands until she lets go of it, or takes in the new version in its place.
function exchange({ anyway = false } = {}) {
  const changed = regions.filter(region => {
    const [there, new_] = [document.querySelector(region), fetched.querySelector(region)];
    return there && new_ && wordsOf(new_) !== known.get(region);
  });
  standing = anyway ? [] : changed.filter(region => isInUse(document.querySelector(region)));
  keepPlace(() => changed.filter(region => !standing.includes(region)).forEach(renew));
  say();
}

function renew(region) {
  const old = document.querySelector(region);
  const fresh = document.importNode(fetched.querySelector(region), true);
  known.set(region, wordsOf(fresh));

  const opened = new Map([...old.querySelectorAll('details')].map(part => [nameOf(part), part.open]));
  for (const part of fresh.querySelectorAll('details')) {
    part.open = opened.get(nameOf(part)) ?? part.open;
  }

  const focused = document.activeElement;
  const after = old.contains(focused) ? sameIn(fresh, focused, old) : null;
  old.replaceWith(fresh);
  after?.focus({ preventScroll: true });
}

// By its id, by its words, or by its place among the others.
function sameIn(fresh, element, old) {
  if (element === old) {
    return fresh;
  }

  const [before, now] = [old, fresh].map(region => [...region.querySelectorAll(FOCUSABLE)]);
  return (element.id && fresh.querySelector(`#${CSS.escape(element.id)}`))
    || now.find(other => other.tagName === element.tagName && other.textContent === element.textContent)
    || now[Math.min(before.indexOf(element), now.length - 1)];
}

// What stands nearest to the top of the window, and can be found again, stays where it was.
function keepPlace(change) {
  const marks = scrollY === 0 ? [] : [...document.querySelectorAll('[id]')]
    .filter(mark => mark.getClientRects().length > 0 && scrollsAlong(mark))
    .map(mark => ({ id: mark.id, top: mark.getBoundingClientRect().top }))
    .sort((one, other) => Math.abs(one.top) - Math.abs(other.top));
  change();
  const mark = marks.find(({ id }) => document.getElementById(id)?.getClientRects().length > 0);
  if (mark) {
    scrollBy({ top: document.getElementById(mark.id).getBoundingClientRect().top - mark.top, behavior: 'instant' });
  }
}

// What sticks to the window stands still whatever grows above it.
function scrollsAlong(element) {
  return !element || (!['sticky', 'fixed'].includes(getComputedStyle(element).position) && scrollsAlong(element.parentElement));
}

function isInUse(region) {
  return region.matches(':is(:popover-open)')
    || [...region.querySelectorAll('input, select, textarea')].some(field => field === document.activeElement || isFilledIn(field));
}

function isFilledIn(field) {
  if (field.type === 'checkbox' || field.type === 'radio') {
    return field.checked !== field.defaultChecked;
  }

  if (field.options) {
    const byDefault = Math.max(0, [...field.options].findLastIndex(option => option.defaultSelected));
    return field.selectedIndex !== byDefault;
  }

  return field.value !== field.defaultValue;
}

// Comments are the framework's, and differ each time.
function wordsOf(region) {
  return region?.outerHTML.replace(/<!--[^]*?-->/g, '');
}

function nameOf(details) {
  return details.id || details.querySelector('summary')?.textContent;
}

function pause(number) {
  return Math.min(LONGEST_PAUSE, PAUSES[Math.min(number, PAUSES.length - 1)]);
}

function say() {
  const said = isLost ? words.lost : isRefused ? words.failed : standing.length > 0 ? words.standing : '';
  takeIn.hidden = said !== words.standing;
  if (status.textContent !== said) {
    status.textContent = said;
  }
}
