// Everything works without this: scripts only answer sooner and draw what a table says.
import 'htmx.org';
import './filter.js';
import './live.js';
import './tables.js';
import './trial.js';

// Charts are large, so they come only where there is one.
const chains = document.querySelectorAll('[data-chain]');
if (chains.length > 0) {
  import('./chain.js').then((charts) => chains.forEach(charts.draw));
}
