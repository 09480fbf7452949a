const large = document.querySelector('.large-phrase');
const words = large.querySelector('p');

let isOpen = false;

large.addEventListener('toggle', ({ newState }) => { isOpen = newState === 'open'; });
// Whoever goes on by the keyboard is to see where: on the page, which this covers.
document.addEventListener('focusin', ({ target }) => {
  if (isOpen && !large.contains(target)) {
    large.hidePopover();
  }
});

// A browser that knows no popovers shows the page as it is without scripts.
for (const phrase of 'popover' in large ? document.querySelectorAll(large.dataset.of) : []) {
  // Whom it is said to stands before it, and is for the one who says it.
  const said = phrase.cloneNode(true);
  said.querySelector(':scope > em')?.remove();
  const text = said.textContent.trim();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'show-large';
  button.title = large.dataset.show;
  // To whoever hears the page, all these buttons would be called the same.
  button.setAttribute('aria-label', `${large.dataset.show}: ${text}`);
  button.append(large.querySelector('.icon').cloneNode(true));
  button.popoverTargetElement = large;
  button.addEventListener('click', () => { words.textContent = text; });
  phrase.append(button);
}
