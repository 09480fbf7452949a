// Starts the circuit of a page with an island, and finds its connection again when it is lost. The page never reloads
// by itself: what was ticked stands in its form, where it has one, and only the reader decides to go on without the circuit.
const HUB = '/_blazor';
const LONG_POLLING = 'long-polling';

// Milliseconds. A hidden proxy that swallows WebSockets costs a reader the first of them, once for each tab. What the reader
// does is answered, or told of, within five seconds: some of them are left for a busy machine.
const PATIENCE = 4000;
const ANSWERED_WITHIN = 3600;
const SHOWN_AFTER = 1000;
const LONG_AFTER = 10000;
const PAUSES = [0, 1000, 2000, 3000, 5000];

const dialog = document.querySelector('[data-connection]');
const status = document.querySelector('[data-connection-status]');
const form = document.querySelector('form[data-continue]');

let longPolling = isRemembered();
let state = 'starting';

// Calls of the page to its circuit that were not answered yet; the button whose press may be among them; and the button
// whose press is to be done without the circuit.
const unanswered = new Set();
let pressed = null;
let kept = null;

// The framework says goodbye to the circuit of every page that goes. One that is only put aside, ready for Back, finds its
// circuit again if it was not too long.
addEventListener('pagehide', event => event.persisted && removeEventListener('pagehide', Blazor.disconnect), { capture: true });
addEventListener('pageshow', event => event.persisted && addEventListener('pagehide', Blazor.disconnect, { once: true }));

// Back from where a press led that was sent as a form: it is done, and the circuit is looked for again.
addEventListener('pageshow', event => {
  if (event.persisted && state === 'going') {
    unanswered.clear();
    state = 'up';
    lost();
  }
});

// The framework would take every press and could answer none. When the circuit is gone, buttons are their form's own again;
// while it is only lost, the last that was pressed waits. One without a name does nothing. On a page whose island has no form
// behind it, a button may stand in none: then it is left alone, for the browser may be who answers, and what is wrong is told.
addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button || (form && button.form !== form)) {
    return;
  }

  if (state === 'up') {
    pressed = form && button.name ? button : pressed;
  } else if (state !== 'starting' && button.form) {
    event.stopPropagation();
    if (state === 'lost') {
      event.preventDefault();
      keep(button.name ? button : kept);
    }
  }

  if (!form && state === 'lost' && !dialog.open) {
    say('trying');
  }
}, { capture: true });

dialog.querySelector('[data-connection-continue]').addEventListener('click', () => goOn());

longPolling ||= !await webSocketAnswers();
await Blazor.start({
  // The circuit is all that is wanted of it: it is not to catch links and forms.
  ssr: { disableDomPreservation: true },
  circuit: {
    configureSignalR: configure,
    circuitHandlers: [{ onCircuitOpened: opened }],
    reconnectionHandler: { onConnectionDown: () => lost(), onConnectionUp: found },
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
    expectAnswers(connection);
    return connection;
  };
}

// A line can go dead without a word: a proxy has forgotten it, or the network slept. The framework's client would notice
// after half a minute, and what was pressed meanwhile would be gone. So every press, and every tick that is told, is to
// be answered in time; the framework's client numbers them, and the server answers by number.
function expectAnswers(connection) {
  const send = connection.send.bind(connection);
  connection.send = (method, id, ...rest) => {
    if (method === 'BeginInvokeDotNetFromJS' && id) {
      unanswered.add(id);
      expectAnswer(connection, id);
    }

    // The framework does not ask what became of it. Where the page goes on to another, its goodbye cuts off what is on its way.
    return send(method, id, ...rest).catch(fault => {
      if (state !== 'going') {
        throw fault;
      }
    });
  };
  connection.on('JS.EndInvokeDotNet', id => {
    unanswered.delete(id);
    if (unanswered.size === 0) {
      pressed = null;
      if (state === 'lost' && connection.state === 'Connected') {
        found();
      }
    }
  });
}

// Counted in steps: when a tab has slept, only the step it fell asleep in is over, and what was answered meanwhile is read.
async function expectAnswer(connection, id) {
  for (let step = 0; step < 4; step++) {
    await new Promise(resolve => setTimeout(resolve, ANSWERED_WITHIN / 4));
  }

  if (unanswered.has(id) && connection.state === 'Connected') {
    lost(connection);
  }
}

function opened() {
  state = 'up';
  if (longPolling) {
    remember();
  }
}

// A connection that is silent and not broken may only be slow: it is not given up before the server has answered on
// another one, and what it still brings is taken.
async function lost(silent = null) {
  if (state !== 'up') {
    return;
  }

  state = 'lost';
  document.dispatchEvent(new Event('connection-lost'));
  keep(unanswered.size > 0 ? pressed : null);
  const timers = [
    setTimeout(() => say('trying'), silent ? 0 : SHOWN_AFTER),
    // A page that was put aside meanwhile may have found its connection before this comes.
    setTimeout(() => state !== 'up' && say('long'), LONG_AFTER),
  ];
  for (let attempt = 0; state === 'lost'; attempt++) {
    await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)]);
    try {
      if (state === 'lost' && await serverAnswers() && state === 'lost') {
        await (kept ? goOn() : reconnect(silent));
      }
    } catch {
      // Not yet. Blazor has told the console.
    }
  }

  if (state !== 'going') {
    timers.forEach(clearTimeout);
  }
}

// The framework takes a new connection only when it has heard the end of the old one. Long polling says goodbye first,
// and may wait for ever for its answer.
async function reconnect(silent) {
  if (silent) {
    await Promise.race([silent.stop(), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
  }

  if (silent?.state === 'Disconnecting' || !await Blazor.reconnect()) {
    gone();
  } else if (state === 'lost') {
    found();
  }
}

// By the form, whose state says all: whether or not the circuit has heard of the press, it is done once. A page without one
// begins anew.
function goOn() {
  state = 'going';
  if (kept) {
    kept.form.requestSubmit(kept);
  } else if (form) {
    HTMLFormElement.prototype.submit.call(form);
  } else {
    location.reload();
  }
}

function found() {
  const wasSaid = dialog.open;
  state = 'up';
  unanswered.clear();
  pressed = null;
  keep(null);
  dialog.open = false;
  status.textContent = wasSaid ? status.dataset.found : '';
  document.dispatchEvent(new Event('connection-found'));
}

function gone() {
  state = 'gone';
  say('gone');
}

function keep(button) {
  kept = button;
  dialog.querySelector('[data-connection-kept]').hidden = !kept;
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
