// Sliders and the numbers beside them follow each other, and the form asks by itself (htmx, the latest move wins). Without a
// script there are the numbers and a button.
const form = document.getElementById('levers');
const levers = [...(form?.querySelectorAll('.lever') ?? [])].map((lever) => ({
  lever,
  range: lever.querySelector('input[type="range"]'),
  box: lever.querySelector('input[type="number"]'),
  reset: lever.querySelector('.reset'),
}));

function marked({ lever, box, reset }) {
  const moved = box.value !== '' && box.value !== lever.dataset.at;
  lever.classList.toggle('moved', moved);
  reset.hidden = !moved;
}

function back({ lever, range, box }) {
  box.value = lever.dataset.at;
  range.value = lever.dataset.at;
}

function asked() {
  levers.forEach(marked);
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

levers.forEach((each) => {
  const { range, box, reset } = each;
  range.hidden = false;
  range.value = box.value;
  range.addEventListener('input', () => {
    box.value = range.value;
    marked(each);
  });
  box.addEventListener('input', () => {
    if (box.value !== '' && box.validity.valid) {
      range.value = box.value;
    }
    marked(each);
  });
  reset.addEventListener('click', (event) => {
    event.preventDefault();
    back(each);
    // What was pressed goes; whoever uses a keyboard goes on where it was.
    range.focus();
    asked();
  });
});

document.getElementById('reset-all')?.addEventListener('click', (event) => {
  event.preventDefault();
  levers.forEach(back);
  asked();
});

// Numbers that contradict each other: the page says which, and the sliders stay.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (form && detail.xhr.status === 400 && detail.requestConfig.elt === form) {
    const said = new DOMParser().parseFromString(detail.xhr.responseText, 'text/html').querySelector('.detail');
    said.dataset.said = '';
    detail.serverResponse = `<div id="answer" class="comes-to">${said.outerHTML}</div>`;
    detail.shouldSwap = true;
    detail.isError = false;
  }
});

// The shares that move come anew with every answer; whoever looked at them goes on looking.
let looking = false;
document.addEventListener('toggle', ({ target }) => {
  looking = target.id === 'moves' ? target.open : looking;
}, true);
document.addEventListener('htmx:afterSettle', () => {
  const moves = document.getElementById('moves');
  if (form && moves) {
    moves.open = looking;
  }
});
