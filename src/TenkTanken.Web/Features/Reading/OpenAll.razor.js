const place = document.querySelector('.open-all');
const button = place.querySelector('button');
const folded = [...document.querySelectorAll(place.dataset.of)];
const isAnyClosed = () => folded.some(one => !one.open);
const say = () => { button.textContent = isAnyClosed() ? place.dataset.open : place.dataset.close; };

button.addEventListener('click', () => {
  const open = isAnyClosed();
  for (const one of folded) {
    one.open = open;
  }
});
// Also when one of them is opened or closed by itself.
for (const one of folded) {
  one.addEventListener('toggle', say);
}

say();
place.hidden = false;
