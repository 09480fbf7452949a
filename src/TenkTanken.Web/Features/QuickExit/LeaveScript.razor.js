// Leaving in a hurry, where scripts run. Runs in <head> of every page, before anything is painted; the neutral address
// and the words stand on the script's own tag. How Shift is counted is GOV.UK's, from their "Exit this page".
(() => {
  const words = document.currentScript.dataset;
  const root = document.documentElement;
  const fiveSeconds = 5000;

  // In this tab only, and gone with it. A browser may refuse to keep anything: then Back is as it is without scripts.
  const inThisTab = use => {
    try {
      return use(sessionStorage);
    } catch {
      return null;
    }
  };
  const hasLeft = () => inThisTab(kept => kept.getItem('left')) !== null;
  const forget = () => inThisTab(kept => kept.removeItem('left'));

  // A page has the title that stands first.
  const emptyTab = document.createElement('title');
  emptyTab.textContent = words.emptyTab;

  // `hidden` needs no stylesheet, and takes with it the keyboard, screen readers and whatever lies open on top.
  function blank() {
    (document.body ?? root).hidden = true;
    root.style.background = 'Canvas';
    document.head.prepend(emptyTab);
  }

  function stayBlank() {
    blank();

    // Chromium takes the address of the page one is on, typed anew, for a reload. With this it is another address, and
    // whoever wants to come back is not shut out.
    history.replaceState(history.state, '', `${location.pathname}${location.search}#`);
  }

  function show() {
    root.hidden = document.body.hidden = false;
    root.style.background = '';
    emptyTab.remove();
  }

  function leave() {
    inThisTab(kept => kept.setItem('left', '1'));
    blank();

    // Beside the body, which is hidden. Filled in once it is there: screen readers then read it more reliably.
    const told = document.createElement('p');
    told.className = 'visually-hidden';
    told.setAttribute('role', 'alert');
    root.append(told);
    told.textContent = words.leaving;

    // Straight there: our server may be out of reach. In the place of this page, so that Back does not lead to it.
    location.replace(words.neutral);
  }

  // Back, Forward, a reload and a reopened tab stay blank. Whoever comes any other way wants to be here.
  const arrival = performance.getEntriesByType('navigation')[0]?.type;
  if (arrival !== 'back_forward' && arrival !== 'reload') {
    forget();
    // A page made ready while its address was still being typed has had a copy of the tab's storage until now.
    document.addEventListener('prerenderingchange', forget);
  } else if (hasLeft()) {
    stayBlank();
  }

  // A page the browser keeps for Back is kept unseen: it is painted before it can ask whether one has left. By
  // visibility, which leaves its layout, and so where one had scrolled to, as it was. First of all that listen: the
  // script of circuits keeps this event from the framework.
  addEventListener('pagehide', event => {
    if (event.persisted) {
      root.style.visibility = 'hidden';
    }
  }, true);
  addEventListener('pageshow', event => {
    if (event.persisted) {
      if (hasLeft()) {
        stayBlank();
      } else {
        show();
      }

      root.style.visibility = '';
      count(0, '');
    }
  });

  // However the link is pressed: a new tab would leave this page showing in the old one. Before anybody else hears of
  // it, Blazor included.
  for (const type of ['click', 'auxclick']) {
    document.addEventListener(type, event => {
      const isRightButton = event.button > 1;
      if (!isRightButton && event.target.closest('[data-leave]')) {
        event.preventDefault();
        event.stopImmediatePropagation();
        leave();
      }
    }, true);
  }

  let presses = 0;
  let isAlone = false;
  let later;

  function count(number, told, then) {
    presses = number;
    for (const status of document.querySelectorAll('[data-leave-told]')) {
      status.textContent = told;
    }

    for (const dots of document.querySelectorAll('[data-leave-presses]')) {
      dots.dataset.leavePresses = number;
    }

    clearTimeout(later);
    later = then && setTimeout(then, fiveSeconds);
  }

  const expire = () => count(0, words.expired, () => count(0, ''));

  function pressShift() {
    if (presses === 2) {
      count(0, '');
      leave();
    } else {
      count(presses + 1, presses === 0 ? words.twoMore : words.oneMore, expire);
    }
  }

  // Not for capitals, in whichever order the two keys are let go, not for marking with the mouse, and not with anything
  // held: Alt, Ctrl and Meta with Shift change keyboards, as AltGr and the keys of screen readers do more than type.
  const modifiers = ['Alt', 'AltGraph', 'Control', 'Fn', 'Hyper', 'Meta', 'Super', 'Symbol'];
  const held = new Set();
  let letGo;

  // What is let go somewhere else is never heard of: after five seconds it no longer stands in the way of leaving.
  function hold(what, isDown) {
    held.delete(what);
    if (isDown) {
      held.add(what);
      clearTimeout(letGo);
      letGo = setTimeout(() => held.clear(), fiveSeconds);
    }
  }

  const isOnly = event => held.size === 0 && !event.isComposing && !modifiers.some(key => event.getModifierState(key));

  // Shift counts when it is let go and was alone from the moment it went down.
  function hearShift(event) {
    if (event.type === 'keydown') {
      isAlone = event.repeat ? isAlone : isOnly(event);
    } else if (isAlone && isOnly(event)) {
      pressShift();
    } else if (presses > 0) {
      expire();
    }
  }

  for (const type of ['keydown', 'keyup', 'pointerdown', 'pointerup', 'pointercancel']) {
    document.addEventListener(type, event => {
      if (event.key === 'Shift') {
        held.delete(event.code);
        hearShift(event);
        return;
      }

      hold(event.code ?? 'pointer', type === 'keydown' || type === 'pointerdown');
      isAlone = false;
      if (presses > 0) {
        expire();
      }
    }, true);
  }

  // One who comes back from another window may still hold what was pressed there.
  addEventListener('blur', () => {
    held.clear();
    isAlone = false;
  });

  // The link speaks of Shift only now that Shift works.
  document.addEventListener('DOMContentLoaded', () => {
    for (const hint of document.querySelectorAll('[data-leave-hint]')) {
      hint.hidden = false;
    }
  });
})();
