// The one way in: without it every module here would be loaded at once.
import './main.js';
