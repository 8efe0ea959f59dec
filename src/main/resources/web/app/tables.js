// Two quiet buttons under every table: the same figures as CSV (RFC 4180) or JSON. A cell's `data-v` is its value for programs,
// with a decimal point whatever the reader's language; it wins over what is shown. Words come from <body data-csv data-json>.

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
// What a spreadsheet would run, also behind apostrophes; the same as the server's writers of CSV guard.
const FORMULA = /^'*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0]/;

/** The text of a cell; its small print behind a space, pictures and hidden buttons left out. */
function shown(cell) {
  const copy = cell.cloneNode(true);
  copy.querySelectorAll('svg, button, script, style').forEach((each) => each.remove());
  copy.querySelectorAll('small, br, li, p').forEach((each) => each.before(' '));
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function value(cell) {
  return cell.dataset.v ?? shown(cell);
}

/** Rows of cells, a cell over several columns once and then empty, so that columns stay in line. */
function rows(lines) {
  return [...lines].map((line) =>
    [...line.cells].flatMap((cell) => [value(cell), ...Array(cell.colSpan - 1).fill('')]));
}

export function guarded(text) {
  return !NUMBER.test(text) && FORMULA.test(text) ? "'" + text : text;
}

export function csv(table) {
  return rows(table.rows)
    .map((row) => row.map((cell) => {
      const text = guarded(cell);
      return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
    }).join(','))
    .join('\r\n') + '\r\n';
}

/** One object a row, by the heads of the columns; those without a head or with another's are numbered. */
export function json(table) {
  const heads = names(table.tHead ? rows(table.tHead.rows).at(-1) ?? [] : []);
  const lines = [...table.tBodies].flatMap((body) => rows(body.rows));
  return JSON.stringify(lines.map((row) => Object.fromEntries(row.map((cell, at) =>
    [heads[at] ?? String(at + 1), figure(cell)]))), null, 2) + '\n';
}

/** A number where nothing is lost by it; 007 stays a text. */
function figure(cell) {
  return String(Number(cell)) === cell && NUMBER.test(cell) ? Number(cell) : cell;
}

function names(heads) {
  const taken = new Set();
  return heads.map((head, at) => {
    const name = head === '' || taken.has(head) ? (head + ' ' + (at + 1)).trim() : head;
    taken.add(name);
    return name;
  });
}

function named(table) {
  const title = table.caption?.textContent ?? table.closest('.scroll')?.getAttribute('aria-label') ?? '';
  return title.trim().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'table';
}

function save(text, type, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: type + ';charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function button(word, table, type, ending, written) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = word;
  made.setAttribute('aria-label', word + ': ' + (table.caption?.textContent.trim() || named(table)));
  made.addEventListener('click', () => save(written(table), type, named(table) + ending));
  return made;
}

function offer(scroll) {
  const table = scroll.querySelector(':scope > table');
  if (!table || scroll.nextElementSibling?.classList.contains('take-out')) {
    return;
  }
  const words = document.body.dataset;
  const bar = document.createElement('p');
  bar.className = 'take-out';
  // A spreadsheet takes a file for UTF-8 only where it says so.
  bar.append(
    button(words.csv ?? 'CSV', table, 'text/csv', '.csv', (each) => '\uFEFF' + csv(each)), ' ',
    button(words.json ?? 'JSON', table, 'application/json', '.json', json));
  scroll.after(bar);
}

function offerAll(root) {
  root.querySelectorAll('.scroll').forEach(offer);
}

offerAll(document);
// Parts of a page that come later have tables too.
document.addEventListener('htmx:afterSettle', () => offerAll(document));
