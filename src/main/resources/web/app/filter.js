// A field that leaves those cards in sight that have all its words; chosen ones stay. Without a script there is no field.
const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

for (const field of document.querySelectorAll('[data-filter]')) {
  const input = field.querySelector('input');
  const found = field.querySelector('[data-found]');
  const groups = [...document.getElementById(field.dataset.filter).children].map(group => ({
    group,
    open: group.open,
    cards: [...group.querySelectorAll('.card')].map(card => ({card, text: plain(card.textContent)})),
  }));

  const filter = () => {
    const words = plain(input.value).split(/\s+/).filter(word => word);
    let count = 0;
    for (const {group, open, cards} of groups) {
      let some = false;
      for (const {card, text} of cards) {
        const fits = words.every(word => text.includes(word));
        card.hidden = !fits && !card.querySelector('input').checked;
        count += fits;
        some ||= !card.hidden;
      }
      group.hidden = !some;
      group.open = words.length ? some : open;
    }
    found.textContent = words.length ? `${found.dataset.found} ${count}` : '';
  };

  let pause;
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(filter, 200);
  });
  // The field narrows what is seen; it is not what the form asks.
  input.addEventListener('keydown', event => event.key === 'Enter' && event.preventDefault());
  field.hidden = false;
}
