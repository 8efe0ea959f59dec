// Draws a supply chain as bands, from the rows of the table beneath it.
import * as echarts from 'echarts/core';
import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

// On a canvas, because the policy of the pages forbids the style attributes that a drawing in SVG would set.
echarts.use([SankeyChart, TooltipComponent, CanvasRenderer]);

const LEAST = 0.02;
const NARROW = 640;
const LAST = 118;

/** Draws the chain of one figure, and draws it anew when its size or the colours around it change. */
export function draw(figure) {
  const table = document.getElementById(figure.dataset.chain);
  const rows = [...table.tBodies[0].rows].map(ways);
  figure.before(heads(table));
  figure.hidden = false;
  const chart = echarts.init(figure, null, { renderer: 'canvas' });
  const again = () => {
    const narrow = figure.clientWidth < NARROW;
    figure.classList.toggle('tall', narrow);
    chart.resize();
    chart.setOption(option(figure, gathered(rows, figure.dataset.others), narrow), true);
  };
  again();
  new ResizeObserver(again).observe(figure.parentElement);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
}

/** The names of the columns stand over the bands; for the picture they are no more than its table says. */
function heads(table) {
  const line = document.createElement('div');
  line.className = 'chain-heads';
  line.dir = 'ltr';
  line.ariaHidden = 'true';
  [...table.tHead.rows[0].cells].slice(0, 6).forEach((cell) => {
    const head = document.createElement('span');
    head.textContent = cell.textContent;
    line.append(head);
  });
  return line;
}

/** One row of the table: the names of the way, its volume, and the mark that has its colour. */
function ways(row) {
  const cells = [...row.cells];
  return {
    names: cells.slice(0, 6).map((cell) => cell.textContent.trim()),
    volume: Number(cells[6].dataset.v),
    mark: row.querySelector('rect'),
  };
}

/** What has too little of the volume to be seen goes together with its like. */
function gathered(rows, others) {
  const all = rows.reduce((sum, row) => sum + row.volume, 0);
  const layers = [0, 1, 2, 3, 4, 5].map((layer) => {
    const volumes = new Map();
    rows.forEach((row) => volumes.set(row.names[layer], (volumes.get(row.names[layer]) ?? 0) + row.volume));
    const small = [...volumes.keys()].filter((name) => volumes.get(name) < LEAST * all);
    return new Set(small.length > 1 ? small : []);
  });
  return {
    all,
    rows: rows.map((row) => ({
      ...row,
      keys: row.names.map((name, layer) => layer + ' ' + (layers[layer].has(name) ? others : name)),
    })),
  };
}

function option(figure, chain, narrow) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const part = new Intl.NumberFormat(document.documentElement.lang + '-u-nu-latn', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const text = (node) => node.name.slice(2);
  // The figure first: it stays where a long name is cut.
  const said = (node) => part.format(node.value / chain.all) + (narrow ? '\n' : ' ') + text(node);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !still,
    textStyle: { fontFamily: getComputedStyle(figure).fontFamily },
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('--paper'),
      borderColor: colour('--edge'),
      textStyle: { color: colour('--ink') },
      formatter: ({ dataType, data, value }) => {
        const of = figure.dataset.unit.replace('#', part.format(value / chain.all));
        return dataType === 'edge' ? data.source.slice(2) + ' → ' + data.target.slice(2) + '\n' + of : text(data) + '\n' + of;
      },
    },
    series: [
      {
        type: 'sankey',
        orient: narrow ? 'vertical' : 'horizontal',
        left: 4,
        right: narrow ? 4 : LAST,
        top: narrow ? 18 : 8,
        bottom: narrow ? 34 : 8,
        nodeWidth: 12,
        nodeGap: narrow ? 14 : 12,
        nodeAlign: 'justify',
        layoutIterations: 64,
        draggable: false,
        emphasis: { focus: 'trajectory' },
        label: {
          color: colour('--ink'),
          fontSize: narrow ? 10 : 12,
          width: LAST - 8,
          overflow: 'truncate',
          position: narrow ? 'bottom' : 'right',
          textBorderColor: colour('--paper'),
          textBorderWidth: 3,
          formatter: ({ data, value }) => said({ name: data.name, value }),
        },
        data: nodes(chain.rows, colour('--span')).map((node) => (narrow ? fitted(node, chain, figure.clientWidth) : node)),
        links: links(chain.rows),
      },
    ],
  };
}

/** Where nodes stand side by side, a label has no more room than its node; the smallest have none, and the table. */
function fitted(node, chain, width) {
  const layer = Number(node.name[0]);
  const part = chain.rows.reduce((sum, row) => sum + (row.keys[layer] === node.name ? row.volume : 0), 0) / chain.all;
  const room = Math.round(part * 0.8 * width) + 12;
  return { ...node, label: room < 30 ? { show: false } : { width: room } };
}

/** Makers' countries have the colours of the table; all else is grey. */
function nodes(rows, grey) {
  const all = new Map();
  rows.forEach((row) =>
    row.keys.forEach((key, layer) => {
      if (!all.has(key)) {
        all.set(key, { name: key, depth: layer, itemStyle: { color: layer === 0 ? fill(row) : grey, borderWidth: 0 } });
      }
    }),
  );
  return [...all.values()];
}

/** Each country keeps its colour all the way, so two bands may lie side by side between the same two ends. */
function links(rows) {
  const all = new Map();
  rows.forEach((row) => {
    const shade = fill(row);
    for (let layer = 0; layer < row.keys.length - 1; layer++) {
      const id = [row.keys[layer], row.keys[layer + 1], shade].join('\n');
      const link = all.get(id) ?? {
        source: row.keys[layer],
        target: row.keys[layer + 1],
        value: 0,
        lineStyle: { color: shade, opacity: 0.45 },
      };
      link.value += row.volume;
      all.set(id, link);
    }
  });
  return [...all.values()];
}

function fill(row) {
  return getComputedStyle(row.mark).fill;
}
