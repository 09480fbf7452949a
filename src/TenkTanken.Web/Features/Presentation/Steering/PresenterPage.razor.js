// A press is sent without leaving the page, one after the other; what it has led to, the page hears over its stream. Sent twice it is
// done once, so that one into a dead line is simply sent again.
const main = document.getElementById('content');
const said = document.querySelector('[data-said]');
const following = document.querySelector('[data-following]').dataset;
const stream = following.following.split('?')[0];
const form = main.querySelector('form');
const there = () => form.querySelector('.presenter__there');

// Milliseconds.
const ANSWERED_WITHIN = 3000;
const TRIES = 3;
const TICK = 500;

const keys = { PageDown: 'next', ArrowRight: 'next', PageUp: 'previous', ArrowLeft: 'previous' };

let sending = Promise.resolve();
let slide = there().dataset.slide;

// Since when each time that is shown has been there.
const seen = new WeakMap();

document.addEventListener('submit', event => {
  if (event.target === form && event.submitter) {
    event.preventDefault();
    const { name, value } = event.submitter;
    sending = sending.then(() => send(name, value));
  }
});
document.addEventListener('followed', ({ detail }) => {
  following.following = `${stream}?p=${detail.position}`;
  // There is contact again.
  said.textContent = '';
});
document.addEventListener('keydown', event => {
  if (keys[event.key] && !event.defaultPrevented && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    form.querySelector(`.presenter__bar [value="${keys[event.key]}"]`)?.click();
  }
});
document.addEventListener('visibilitychange', keepAwake);

// Another slide is read from its beginning, and the list from which it was chosen is done with.
new MutationObserver(() => {
  if (there().dataset.slide !== slide) {
    slide = there().dataset.slide;
    main.querySelectorAll('details').forEach(part => part.open = false);
    scrollTo(0, 0);
  }

  tick();
  sayWhere();
}).observe(form, { childList: true });
setInterval(tick, TICK);
tick();
sayWhere();
keepAwake();

async function send(name, value) {
  // As the slides are when it is its turn: the press before has gone on from there.
  const body = new URLSearchParams(new FormData(form));
  body.set(name, value);
  for (let number = 0; number < TRIES; number++) {
    try {
      const answer = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(ANSWERED_WITHIN) });
      if (!answer.ok) {
        // It says what is wrong.
        location.reload();
        return;
      }

      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const [then, now] = [page, document].map(where => where.querySelector('[name="plass"]'));
      if (then && now) {
        now.value = then.value;
      }

      if (answer.url !== location.href) {
        // The words for another are shown on this screen only.
        history.replaceState(null, '', answer.url);
        form.action = page.querySelector('form').action;
        document.dispatchEvent(new Event('elsewhere'));
      }

      said.textContent = '';
      return;
    } catch {
      // Not answered. The next try has a line of its own.
    }
  }

  said.textContent = said.dataset.notSent;
}

function tick() {
  const now = performance.now();
  for (const time of main.querySelectorAll('[data-used]')) {
    if (!seen.has(time)) {
      seen.set(time, now);
    }

    const used = Number(time.dataset.used) + (time.hasAttribute('data-runs') ? now - seen.get(time) : 0);
    write(time, `${Math.floor(used / 60000)}:${String(Math.floor(used / 1000) % 60).padStart(2, '0')}`);
  }

  const clock = main.querySelector('[data-clock]');
  if (clock) {
    clock.hidden = false;
    write(clock.firstElementChild, new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
  }
}

// The address where the words for another are typed, as this browser calls it.
function sayWhere() {
  const here = main.querySelector('[data-here]');
  if (here) {
    write(here, location.host + here.dataset.here);
  }
}

function write(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

// Where the browser can: a phone on the desk stays lit.
async function keepAwake() {
  try {
    await navigator.wakeLock.request('screen');
  } catch {
    // It goes dark as it always does.
  }
}
