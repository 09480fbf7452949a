// Goes where whoever steers has gone. Keys still turn the slides on this screen, and stand until the next press from another.
const slides = document.querySelector('[data-slides]');
const following = document.querySelector('[data-following]').dataset;
const stream = following.following.split('?')[0];

let told = null;

if (following.version === 'unknown') {
  // The server has been started again: it is told where this screen was.
  const slide = location.hash.slice(1);
  if (/^[a-z0-9-]+$/.test(slide)) {
    following.following = `${stream}?p=1.${slide}.`;
  }
}

document.addEventListener('followed', ({ detail: { slide, blank, position } }) => {
  if (position !== told) {
    told = position;
    following.following = `${stream}?p=${position}`;
    slides.dispatchEvent(new CustomEvent('steer', { detail: { slide, blank } }));
  }
});

new MutationObserver(sayWhere).observe(document.getElementById('content'), { childList: true });
sayWhere();

function sayWhere() {
  const here = document.querySelector('[data-here]');
  if (here) {
    here.textContent = location.host + here.dataset.here;
  }
}
