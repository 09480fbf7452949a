// The form's hidden field holds the state of practising (PracticeState.cs), whatever becomes of the circuit: it is
// written here at each tick, before anybody is told. The browser's history keeps a copy with the page, for Back and for
// reloading: Chromium brings back what was typed into a field, but nothing that a script has written.
const field = document.querySelector('[name="practice-state"]');
const form = field.form;
field.value = history.state?.practice ?? field.value;

let told = form.querySelector('[data-told]');
let isLost = false;
let focused = '';

form.addEventListener('focusin', ({ target }) => focused = target.id ? `#${target.id}` : `a[href="${target.getAttribute('href')}"]`);

const watcher = new MutationObserver(see);
watcher.observe(form, { childList: true, subtree: true, attributeFilter: ['data-step'] });

function see(changes) {
  if (changes.some(change => change.type === 'attributes')) {
    takeStep(form.querySelector('[data-step]').dataset);
  }

  // The island has taken the place of what came with the page. The focus that went with an old control goes to the new.
  if (focused && document.activeElement === document.body) {
    form.querySelector(focused)?.focus({ preventScroll: true });
  }

  // It answers from now on, and is told of what was ticked before.
  const now = form.querySelector('[data-told]');
  if (now && now !== told) {
    told = now;
    tell();
  }
}

form.addEventListener('change', ({ target }) => {
  if (target.name !== 'practice-sign') {
    return;
  }

  const [situation, toggles, done] = field.value.split('|');
  const ids = toggles ? toggles.split(',') : [];
  const isTicked = ids.filter(id => id === target.value).length % 2 === 1;
  if (isTicked !== target.checked) {
    write([situation, [...ids, target.value].join(','), done].join('|'));
  }

  tell();
});

document.addEventListener('connection-lost', () => isLost = true);
document.addEventListener('connection-found', () => {
  isLost = false;
  tell();
});

function write(state) {
  field.value = state;
  history.replaceState({ ...history.state, practice: state }, '');
}

// Not what it has said itself: a press that is on its way would be undone by it. Ticks only ever add to the field, so it
// is never the same again by chance.
function tell() {
  // What the circuit says may come in one piece: a step, and the question for the state. The step is taken first; it would be undone.
  see(watcher.takeRecords());
  if (!isLost && field.value !== form.querySelector('[data-step]').dataset.to) {
    told.value = field.value;
    told.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

// A button was answered. Ticks that were set meanwhile come first: the island is being told of them.
function takeStep({ from, to }) {
  if (field.value !== from) {
    return;
  }

  write(to);
  if (from.split('|')[0] !== to.split('|')[0]) {
    const heading = form.querySelector('h1');
    heading.tabIndex = -1;
    heading.focus();
  }
}
