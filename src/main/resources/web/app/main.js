// Everything works without this: scripts only answer sooner and draw what a table says.
import 'htmx.org';
import './tables.js';
