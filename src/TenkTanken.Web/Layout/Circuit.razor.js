// Starts the circuit of a page with an island, and finds its connection again when it is lost. The page never reloads
// by itself: what was ticked stands in its form, and only the reader decides to go on without the circuit.
const HUB = '/_blazor';
const LONG_POLLING = 'long-polling';

// Milliseconds. A hidden proxy that swallows WebSockets costs a reader the first of them, once for each tab.
const PATIENCE = 4000;
const SHOWN_AFTER = 1000;
const LONG_AFTER = 10000;
const PAUSES = [0, 1000, 2000, 3000, 5000];

const dialog = document.querySelector('[data-connection]');
const status = document.querySelector('[data-connection-status]');
const form = document.querySelector('form[data-continue]');

let longPolling = isRemembered();
let state = 'starting';

// The framework says goodbye to the circuit of every page that goes. One that is only put aside, ready for Back, finds its
// circuit again if it was not too long.
addEventListener('pagehide', event => event.persisted && removeEventListener('pagehide', Blazor.disconnect), { capture: true });
addEventListener('pageshow', event => event.persisted && addEventListener('pagehide', Blazor.disconnect, { once: true }));

// The framework would take every press and could answer none. When the circuit is gone, the buttons are the form's own
// again; while it is only lost, they wait.
addEventListener('click', event => {
  if (event.target.closest('button')?.form === form && (state === 'lost' || state === 'gone')) {
    event.stopPropagation();
    if (state === 'lost') {
      event.preventDefault();
    }
  }
}, { capture: true });

dialog.querySelector('[data-connection-continue]').addEventListener('click', () => HTMLFormElement.prototype.submit.call(form));

longPolling ||= !await webSocketAnswers();
await Blazor.start({
  // The circuit is all that is wanted of it: it is not to catch links and forms.
  ssr: { disableDomPreservation: true },
  circuit: {
    configureSignalR: configure,
    circuitHandlers: [{ onCircuitOpened: opened }],
    reconnectionHandler: { onConnectionDown: lost, onConnectionUp: found },
  },
});

// The framework's client waits for ever for a WebSocket that a proxy swallows. So one is opened first and greeted in
// the hub's own way: any answer at all proves that frames pass both ways.
function webSocketAnswers() {
  return new Promise(resolve => {
    const socket = new WebSocket(HUB);
    const tooLong = setTimeout(() => answer(false), PATIENCE);
    const answer = isHeard => {
      clearTimeout(tooLong);
      socket.close();
      resolve(isHeard);
    };
    socket.onopen = () => socket.send('{"protocol":"blazorpack","version":1}\x1e');
    socket.onmessage = () => answer(true);
    socket.onclose = () => answer(false);
  });
}

async function serverAnswers() {
  if (!longPolling) {
    return webSocketAnswers();
  }

  try {
    return (await fetch(`${HUB}/initializers`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}

function configure(builder) {
  builder.withUrl(HUB, longPolling ? { transport: 4 } : { transport: 1, skipNegotiation: true });

  // An exception on the server ends the circuit, and the framework tells nobody but the console.
  const build = builder.build.bind(builder);
  builder.build = () => {
    const connection = build();
    connection.on('JS.Error', gone);
    return connection;
  };
}

function opened() {
  state = 'up';
  if (longPolling) {
    remember();
  }
}

async function lost() {
  if (state !== 'up') {
    return;
  }

  state = 'lost';
  document.dispatchEvent(new Event('connection-lost'));
  const timers = [
    setTimeout(() => say('trying'), SHOWN_AFTER),
    setTimeout(() => say('long'), LONG_AFTER),
  ];
  for (let attempt = 0; state === 'lost'; attempt++) {
    await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)]);
    try {
      if (await serverAnswers() && !await Blazor.reconnect()) {
        gone();
      }
    } catch {
      // Not yet. Blazor has told the console.
    }
  }

  timers.forEach(clearTimeout);
}

function found() {
  const wasSaid = dialog.open;
  state = 'up';
  dialog.open = false;
  status.textContent = wasSaid ? status.dataset.found : '';
  document.dispatchEvent(new Event('connection-found'));
}

function gone() {
  state = 'gone';
  say('gone');
}

// Not by show(), which would take the focus from where the reader is.
function say(what) {
  for (const part of dialog.querySelectorAll('[data-when]')) {
    part.hidden = !part.dataset.when.split(' ').includes(what);
  }

  dialog.open = true;
  status.textContent = dialog.innerText;
}

function pause(milliseconds) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    addEventListener('online', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

function isRemembered() {
  try {
    return sessionStorage.getItem(LONG_POLLING) === '1';
  } catch {
    return false;
  }
}

function remember() {
  try {
    sessionStorage.setItem(LONG_POLLING, '1');
  } catch {
    // A browser that lets nothing be kept. The next page asks again.
  }
}
