// A page of cards, charts and tables, in the order in which they are given.
const looks = {
  LINE: function (color) { return lineOf(color, { symbol: 'circle', symbolSize: 6 }); },
  TARGET: function (color) { return lineOf(color, { lineStyle: { width: 2, type: 'dashed', color: color } }); },
  BAR: function () { return { type: 'bar', barMaxWidth: 26, itemStyle: { color: pale, borderRadius: [2, 2, 0, 0] } }; },
  STEP: function (color) { return lineOf(color, { step: 'middle', lineStyle: { width: 2.5, color: color } }); }
};

function valueAxis(figures) {
  const unit = (figures.find(isKnown) || {}).unit;
  if (unit === 'SECONDS') return Object.assign({ min: 0 }, hourAxis(figures));
  if (unit !== 'RATIO') return { min: 0 };
  const lowest = figures.filter(isKnown).reduce(function (a, f) { return Math.min(a, f.low === undefined ? f.value : f.low); }, 1);
  const highest = figures.filter(isKnown).reduce(function (a, f) { return Math.max(a, f.high === undefined ? f.value : f.high); }, 0);
  return { min: highest < .5 || lowest < .3 ? 0 : Math.floor(lowest * 10) / 10, max: highest < .5 ? undefined : 1, axisLabel: { color: soft, formatter: percent } };
}

const painters = {
  lines: function (block) {
    const colors = block.looks.map(function (look, i) { return look === 'BAR' ? pale : [blue, amber, teal, red][block.looks.slice(0, i).filter(function (l) { return l !== 'BAR'; }).length]; });
    timelineChart(block.id, block.title, Object.assign({}, block.timeline, { note: block.note }), function (i) {
      return looks[block.looks[i]](colors[i]);
    }, { isFull: block.isFull, colors: colors, yAxis: valueAxis(points(block.timeline)) });
  },
  intervals: function (block) { intervalChart(block.id, block.title, Object.assign({}, block.timeline, { note: block.note })); },
  expected: function (block) { forecastChart(block.id, block.title, Object.assign({}, block.forecast, { note: block.note }), true); },
  words: function (block) {
    const section = panel(block.id, block.title, block.note, block.isFull);
    if (!block.rows.length) {
      section.append(element('p', 'chart none', block.empty));
      return;
    }
    const scroll = element('div', 'scroll whole'), list = element('table', 'words');
    const isNumber = function (at) { return block.rows.some(function (row) { return row[at].figure !== undefined; }); };
    scroll.append(list);
    table(list, block.columns.map(function (label, i) { return { label: label, isText: !isNumber(i) }; }), block.rows.map(function (row) {
      return row.map(function (cell, i) { return cellOf(cell, i, isNumber(i)); });
    }));
    section.append(scroll);
  }
};

function cellOf(cell, at, isNumber) {
  if (cell.figure !== undefined) return figureCell(cell.figure);
  const made = at === 0 ? rowHead('') : element('td', isNumber ? '' : 'text wrap');
  if (at === 0) made.className = 'wrap';
  made.append(cell.tone ? element('span', 'tone ' + cell.tone.toLowerCase(), cell.text) : cell.text);
  if (cell.under) made.append(element('span', 'under', cell.under));
  return made;
}

navigate();
put('eyebrow', report.eyebrow);
put('title', report.title);
document.title = report.title;
put('period', report.lead);
put('source', report.note);
report.cards.forEach(function (c) {
  const card = element('article', 'card'), head = element('h2'), small = element('div', 'small');
  head.append(defined(c.label, c.kpi));
  card.append(head);
  if (c.figure === undefined) card.append(element('p', 'value word', c.words));
  else card.append(mark(element('p', isKnown(c.figure) ? 'value' : 'value none', text(c.figure)), c.figure));
  small.append(element('div', '', c.note));
  if (c.figure !== undefined) support(c.figure).forEach(function (part) { small.append(element('div', '', part)); });
  card.append(small);
  document.getElementById('headline').append(card);
});
document.getElementById('headline').classList.add('narrow');
report.blocks.forEach(function (block) { painters[block.type](block); });
if (report.definitions.length) define();
else document.getElementById('meaning').remove();
window.addEventListener('resize', function () { charts.forEach(function (c) { c.resize(); }); });
