// Work that goes on: its part of the page is fetched again by htmx, where hx-get says so. Here its events move the bar in
// between, people who listen are told now and then, and a fault takes the place of the page that waits for an answer; sliders tell
// theirs beside them.
const EVERY = 5000;
let source;
let last = 0;

function tell(text, now) {
  const told = document.getElementById('told');
  if (told && text && told.textContent !== text && (now || Date.now() - last > EVERY)) {
    last = Date.now();
    told.textContent = text;
  }
}

function leave() {
  source?.close();
  source = undefined;
}

function moved(place, {done, of}) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang, {numberingSystem: 'latn'});
  const said = place.dataset.running.replace('@done', numbers.format(done)).replace('@of', numbers.format(of));
  const bar = place.querySelector('progress');
  bar.max = of;
  bar.value = done;
  place.querySelector('[data-said]').textContent = said;
  tell(said);
}

function follow() {
  const first = document.querySelector('[data-events]');
  if (source || !first) {
    return;
  }
  source = new EventSource(first.dataset.events);
  source.onmessage = event => {
    const place = document.querySelector('[data-events]');
    const shown = JSON.parse(event.data);
    if (!place) {
      leave();
    } else if (shown.state !== 'waiting' && shown.state !== 'running') {
      leave();
      place.closest('[data-live]').dispatchEvent(new Event('ended'));
    } else if (shown.of > 0) {
      moved(place, shown);
    }
  };
}

// Whoever was in a part that is replaced, on something that is no longer there, goes on at what went wrong, or at its first heading.
let held;

function hold(target) {
  held = target.contains(document.activeElement) ? target.id : undefined;
}

function goOn() {
  const part = held && document.activeElement === document.body && document.getElementById(held);
  const place = part && (part.querySelector('[role="alert"]') ?? part.querySelector('h1, h2'));
  held = undefined;
  if (place) {
    place.tabIndex = -1;
    place.focus();
  }
}

document.addEventListener('htmx:beforeSwap', ({detail}) => {
  hold(detail.target);
  if (detail.xhr.status >= 400 && detail.requestConfig.elt.matches('[data-live], form:not(.levers)')) {
    detail.shouldSwap = true;
    detail.target = document.getElementById('main');
    detail.selectOverride = '#main';
    detail.swapOverride = 'outerHTML';
  }
});
document.addEventListener('htmx:afterSettle', () => {
  goOn();
  if (document.getElementById('told')) {
    follow();
    tell(document.querySelector('[data-said]')?.textContent, !document.querySelector('[data-live]'));
  }
});
addEventListener('pagehide', leave);
addEventListener('pageshow', follow);
